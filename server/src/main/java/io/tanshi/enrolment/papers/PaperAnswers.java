package io.tanshi.enrolment.papers;

import io.tanshi.enrolment.application.Document;
import io.tanshi.files.Files;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A photo or paper as the answer to a request; it stays with the browser that asked and is asked for anew. */
@Component
public class PaperAnswers {

    /** What a browser shows by itself without running anything; all else is a download. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp", "application/pdf");

    private final Files files;
    private final Thumbnails thumbnails;

    PaperAnswers(Files files, Thumbnails thumbnails) {
        this.files = files;
        this.thumbnails = thumbnails;
    }

    public ResponseEntity<Resource> whole(Document document) throws IOException {
        boolean shown = SHOWN.contains(document.mediaType());
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(document.kind().name().toLowerCase(java.util.Locale.ROOT) + ending(document))
                .build();
        return answer(document, "")
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(files.open(document.fileId())));
    }

    /** @throws Problem 404 when the file is no picture that can be drawn small */
    public ResponseEntity<Resource> small(Document document) {
        byte[] picture = thumbnails.of(document).orElseThrow(() -> Problem.notFound("缩略图"));
        return answer(document, "-small").contentType(MediaType.IMAGE_JPEG).body(new ByteArrayResource(picture));
    }

    private static ResponseEntity.BodyBuilder answer(Document document, String variant) {
        return ResponseEntity.ok()
                .eTag('"' + document.sha256() + variant + '"')
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String ending(Document document) {
        return switch (document.mediaType()) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/webp" -> ".webp";
            case "application/pdf" -> ".pdf";
            default -> ".bin";
        };
    }
}
