package io.tanshi.delivery.runner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine at the door.
 *
 * @param hash of the secret that its browser keeps
 * @param label system and browser, as it says itself
 */
record Machine(byte[] hash, String label) {

    /** Null for one that keeps no secret, and so is known to nobody. */
    static @Nullable Machine of(@Nullable UUID secret, @Nullable String label) {
        return secret == null ? null : new Machine(sha256(secret.toString()), label == null ? "" : label.strip());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
