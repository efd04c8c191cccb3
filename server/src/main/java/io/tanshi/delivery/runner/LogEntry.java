package io.tanshi.delivery.runner;

import io.tanshi.delivery.Response;
import io.tanshi.itembank.ItemVersionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act of the candidate: an answer given or changed, or a flag set or lifted.
 *
 * @param seq counted by the candidate's screen from 1, without gaps
 * @param response null for a flag
 * @param flagged null for an answer
 * @param givenAtMillis when it was done, by the candidate's screen in server time, milliseconds since 1970
 * @param hash over the hash before and this entry, computed by the candidate's screen, see {@link Chain}
 */
record LogEntry(
        long seq,
        ItemVersionId item,
        @Nullable Response response,
        @Nullable Boolean flagged,
        long givenAtMillis,
        byte[] hash) {

    Instant givenAt() {
        return Instant.ofEpochMilli(givenAtMillis);
    }
}
