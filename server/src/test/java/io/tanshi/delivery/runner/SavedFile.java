package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.programme.SittingId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** An emergency file as the exam app saves it; see web/apps/exam/src/log/emergency.ts. */
final class SavedFile {

    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private SavedFile() {}

    static Map<String, Object> of(
            String publicKey, SittingId sitting, AttemptId attempt, Instant savedAt, List<LogEntry> entries) {
        byte[] content = Screen.JSON.writeValueAsBytes(
                Map.of("entries", entries.stream().map(Screen::json).toList()));
        byte[] key = random(32);
        byte[] nonce = random(12);
        String clear = "tanshi-emergency-1\n" + sitting + "\n" + attempt + "\n" + savedAt.toEpochMilli();
        return Map.of(
                "format", "tanshi-emergency-1",
                "sitting", sitting.value(),
                "attempt", attempt.value(),
                "savedAt", savedAt.toEpochMilli(),
                "wrappedKey", text(wrap(publicKey, key)),
                "nonce", text(nonce),
                "content", text(seal(key, nonce, clear, content)));
    }

    private static byte[] wrap(String publicKey, byte[] key) {
        try {
            PublicKey to = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, to, OAEP);
            return cipher.doFinal(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] seal(byte[] key, byte[] nonce, String clear, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(clear.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
