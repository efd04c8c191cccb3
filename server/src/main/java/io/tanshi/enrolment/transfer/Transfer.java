package io.tanshi.enrolment.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way.
 *
 * @param batch where it goes
 * @param received how many of its bytes have come and are kept
 * @param touchedAt when the last of them came
 */
public record Transfer(
        UUID id, UUID batch, Facts facts, long size, long received, Instant createdAt, Instant touchedAt) {

    /** So long an unfinished transfer waits for the rest. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /**
     * By what the sender knows the file again when it is chosen a second time. Personal data: names of files hold names.
     *
     * @param modified when it was last changed, in milliseconds since 1970, as the sender's computer says
     * @param digest of its first and last mebibyte, as the sender made it; only compared, never trusted
     */
    public record Facts(String fileName, long modified, String digest) {
        @Override
        public String toString() {
            return "Facts[protected]";
        }
    }

    public boolean isComplete() {
        return received == size;
    }

    public Instant expiresAt() {
        return touchedAt.plus(PATIENCE);
    }
}
