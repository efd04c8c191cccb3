package io.tanshi.exam;

import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;

/**
 * The exam of one sitting as it is run.
 *
 * @param startsAt the bell
 * @param rules as they stand in the programme before the opening, as they stood then afterwards
 */
public record SittingRun(SittingId sittingId, RunState state, Instant startsAt, ExamRules rules) {

    /** How long before the bell candidates are let in and wait. */
    public static final Duration WAITING_TIME = Duration.ofMinutes(30);

    /** The word on every screen: nothing is called begun before its bell. */
    public String label(Instant now) {
        if (state != RunState.OPEN) {
            return state.label();
        }
        return now.isBefore(startsAt) ? "候考中" : "已开考";
    }

    /** From when on candidates are let in, once the sitting is open. */
    public Instant entryOpensAt() {
        return startsAt.minus(WAITING_TIME);
    }

    /** Until when a candidate who has not been in yet is let in. */
    public Instant lateEntryEndsAt() {
        return startsAt.plus(Duration.ofMinutes(rules.lateEntryMinutes()));
    }

    /** From when on a candidate may hand in. */
    public Instant handInOpensAt() {
        return startsAt.plus(Duration.ofMinutes(rules.earliestHandInMinutes()));
    }

    /** The deadline for everyone without extra time. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(rules.durationMinutes()));
    }

    /** The end of the grace after the deadline. */
    public Instant graceEndsAt() {
        return endsAt().plus(Duration.ofMinutes(rules.graceMinutes()));
    }
}
