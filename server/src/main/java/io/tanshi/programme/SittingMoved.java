package io.tanshi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The date of a sitting, or the close of its registration, was changed.
 *
 * @param closing how the close of registration moved; null when it stayed
 */
public record SittingMoved(
        SittingId sittingId,
        LocalDate from,
        LocalDate to,
        @Nullable Closing closing,
        Instant at) {

    /** The close of registration before and after, in the civil time of the sitting. */
    public record Closing(LocalDateTime from, LocalDateTime to) {}

    /** Whether the exam is on another day now. */
    public boolean movesExam() {
        return !from.equals(to);
    }
}
