package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.enrolment.transfer.Transfer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the sender says of a file: {@code key base64,key base64}. */
final class TusMetadata {

    private static final int LONGEST_DIGEST = 200;

    private TusMetadata() {}

    static Transfer.Facts read(@Nullable String header) {
        Map<String, String> values = new HashMap<>();
        for (String pair : (header == null ? "" : header).split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            values.put(parts[0], parts.length < 2 ? "" : decoded(parts[1]));
        }
        String digest = values.getOrDefault("digest", "");
        return new Transfer.Facts(
                UploadedFile.name(values.getOrDefault("filename", "")),
                number(values.getOrDefault("modified", "")),
                digest.substring(0, Math.min(digest.length(), LONGEST_DIGEST)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
