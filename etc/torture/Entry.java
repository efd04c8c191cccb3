import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One act of a candidate with its place in the chain: {@code SHA-256(hash before + canonical entry)}, written here a second
 * time and not taken from the server, so that neither can be wrong alone.
 *
 * @param choices null for a flag
 * @param text null for a flag
 * @param flagged null for an answer
 */
record Entry(long seq, String item, List<String> choices, String text, Boolean flagged, long millis, String hash) {

    static String start(String attempt) {
        return HexFormat.of().formatHex(sha256("tanshi-attempt:" + attempt));
    }

    Entry sealedAfter(String before) {
        return new Entry(seq, item, choices, text, flagged, millis, expected(before));
    }

    /** The hash this entry must carry. */
    String expected(String before) {
        String act = flagged != null ? "F\n" + (flagged ? "1" : "0") : "A\n" + String.join(",", choices) + "\n" + text;
        String canonical = seq + "\n" + item + "\n" + millis + "\n" + act;
        byte[] head = HexFormat.of().parseHex(before);
        byte[] tail = canonical.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return HexFormat.of().formatHex(sha256(all));
    }

    String json() {
        String act = flagged != null
                ? "\"flagged\":" + flagged
                : "\"choices\":[" + (choices.isEmpty() ? "" : "\"" + String.join("\",\"", choices) + "\"") + "],\"text\":\"" + text + "\"";
        return "{\"clientSeq\":" + seq + ",\"itemId\":\"" + item + "\"," + act + ",\"clientTime\":" + millis + ",\"hash\":\"" + hash + "\"}";
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
