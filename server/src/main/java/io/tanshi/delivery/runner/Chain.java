package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * The hash chain over an attempt's log: {@code SHA-256(hash before + canonical entry)}. The candidate's screen computes
 * the same (web/apps/exam/src/log/chain.ts), so that neither side can change an entry unseen.
 */
final class Chain {

    // Crockford's base 32: read from paper without mistakes.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Chain() {}

    /** The hash before the first entry. */
    static byte[] start(AttemptId attempt) {
        return sha256().digest(utf8("tanshi-attempt:" + attempt));
    }

    static byte[] next(byte[] previous, LogEntry entry) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(utf8(canonical(entry)));
        return digest.digest();
    }

    /** The text comes last, so that no line break in it can be mistaken for the next field. */
    static String canonical(LogEntry entry) {
        String head = entry.seq() + "\n" + entry.item() + "\n" + entry.givenAtMillis() + "\n";
        Response response = entry.response();
        if (response == null) {
            return head + "F\n" + (Boolean.TRUE.equals(entry.flagged()) ? "1" : "0");
        }
        return head + "A\n" + String.join(",", response.choices()) + "\n" + response.text();
    }

    /** The number on the receipt: ten characters that depend on the attempt and on every entry of its log. */
    static String receiptNumber(AttemptId attempt, byte[] hash) {
        MessageDigest digest = sha256();
        digest.update(utf8(attempt + "\n"));
        byte[] seal = digest.digest(Objects.requireNonNull(hash));
        StringBuilder number = new StringBuilder(11);
        for (int i = 0; i < 10; i++) {
            number.append(i == 5 ? "-" : "").append(ALPHABET.charAt(seal[i] & 31));
        }
        return number.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
