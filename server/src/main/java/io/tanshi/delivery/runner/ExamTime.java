package io.tanshi.delivery.runner;

import io.tanshi.exam.SittingRun;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules of time of one attempt, decided here and nowhere else. Whoever enters late loses the time; extra time and
 * pauses move the deadline of this attempt alone.
 *
 * @param bell the beginning of the sitting
 * @param duration from the bell to the deadline, without extra time
 * @param earliestHandIn after the bell, from which the candidate may hand in
 * @param grace after the deadline, within which answers given before it may still arrive
 * @param extra time granted to this candidate
 * @param paused length of all pauses that are over
 * @param pausedAt beginning of the pause under way
 */
public record ExamTime(
        Instant bell,
        Duration duration,
        Duration earliestHandIn,
        Duration grace,
        Duration extra,
        Duration paused,
        @Nullable Instant pausedAt) {

    // A pause reaches the screen with the next heartbeat; what was answered until then was answered in good faith.
    static final Duration PAUSE_REACHES_SCREEN = Duration.ofSeconds(15);

    /** What the clock says to an answer. */
    enum SaveRuling {
        ACCEPTED,
        NOT_BEGUN,
        /** Kept at the candidate's machine until the pause is over. */
        PAUSED,
        /** Arrived in the grace, but was given after the deadline. */
        GIVEN_TOO_LATE,
        OVER
    }

    /** What the clock says to a candidate who wants to hand in. */
    enum HandInRuling {
        ALLOWED,
        NOT_BEGUN,
        TOO_EARLY,
        PAUSED
    }

    static ExamTime of(SittingRun run) {
        return new ExamTime(
                run.startsAt(),
                Duration.ofMinutes(run.rules().durationMinutes()),
                Duration.ofMinutes(run.rules().earliestHandInMinutes()),
                Duration.ofMinutes(run.rules().graceMinutes()),
                Duration.ZERO,
                Duration.ZERO,
                null);
    }

    /** The end of the working time; during a pause, as it would be if the pause ended at {@code now}. */
    public Instant deadline(Instant now) {
        return bell.plus(duration).plus(extra).plus(paused).plus(pauseUnderWay(now));
    }

    /** The deadline as far as it is settled: without the pause under way. */
    Instant settledDeadline() {
        return bell.plus(duration).plus(extra).plus(paused);
    }

    /** From when on the candidate may hand in. */
    Instant handInFrom() {
        return bell.plus(earliestHandIn);
    }

    boolean hasBegun(Instant now) {
        return !now.isBefore(bell);
    }

    /** Never negative. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, deadline(now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether even the grace is over, so that the system hands in. Never during a pause. */
    boolean isDue(Instant now) {
        return pausedAt == null && !now.isBefore(settledDeadline().plus(grace));
    }

    /**
     * Whether an answer that arrives now counts.
     *
     * @param given when it was given, by the candidate's screen in server time
     */
    SaveRuling save(Instant now, Instant given) {
        if (!hasBegun(now)) {
            return SaveRuling.NOT_BEGUN;
        }
        if (pausedAt != null) {
            return given.isAfter(pausedAt.plus(PAUSE_REACHES_SCREEN)) ? SaveRuling.PAUSED : SaveRuling.ACCEPTED;
        }
        Instant deadline = settledDeadline();
        if (now.isBefore(deadline)) {
            return SaveRuling.ACCEPTED;
        }
        if (!now.isBefore(deadline.plus(grace))) {
            return SaveRuling.OVER;
        }
        return given.isAfter(deadline) ? SaveRuling.GIVEN_TOO_LATE : SaveRuling.ACCEPTED;
    }

    /** Whether the candidate may hand in now; after the deadline always. */
    HandInRuling handIn(Instant now) {
        if (!hasBegun(now)) {
            return HandInRuling.NOT_BEGUN;
        }
        if (pausedAt != null) {
            return HandInRuling.PAUSED;
        }
        boolean open = !now.isBefore(handInFrom()) || !now.isBefore(settledDeadline());
        return open ? HandInRuling.ALLOWED : HandInRuling.TOO_EARLY;
    }

    ExamTime plusExtra(Duration more) {
        return new ExamTime(bell, duration, earliestHandIn, grace, extra.plus(more), paused, pausedAt);
    }

    ExamTime pausedFrom(Instant now) {
        return new ExamTime(bell, duration, earliestHandIn, grace, extra, paused, now);
    }

    ExamTime resumedAt(Instant now) {
        // Whole seconds, rounded in the candidate's favour.
        Duration pause = Duration.ofSeconds(pauseUnderWay(now).plusMillis(999).toSeconds());
        return new ExamTime(bell, duration, earliestHandIn, grace, extra, paused.plus(pause), null);
    }

    private Duration pauseUnderWay(Instant now) {
        return pausedAt == null || now.isBefore(pausedAt) ? Duration.ZERO : Duration.between(pausedAt, now);
    }
}
