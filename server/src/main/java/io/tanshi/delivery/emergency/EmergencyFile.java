package io.tanshi.delivery.emergency;

import io.tanshi.delivery.AttemptId;
import io.tanshi.programme.SittingId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A file as a candidate's screen saves it (web/apps/exam/src/log/emergency.ts). What stands in clear is bound to the
 * content: changed, the content does not open.
 *
 * @param savedAt by the screen, in server time
 * @param wrappedKey AES-256 key under RSA-OAEP with SHA-256
 * @param content the entries under AES-GCM with its tag
 */
record EmergencyFile(
        SittingId sitting, AttemptId attempt, Instant savedAt, byte[] wrappedKey, byte[] nonce, byte[] content) {

    static final String FORMAT = "tanshi-emergency-1";

    byte[] clear() {
        return (FORMAT + "\n" + sitting + "\n" + attempt + "\n" + savedAt.toEpochMilli())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "EmergencyFile[" + attempt + "]";
    }
}
