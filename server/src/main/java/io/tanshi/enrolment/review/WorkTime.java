package io.tanshi.enrolment.review;

import io.tanshi.enrolment.application.ReviewClock;
import io.tanshi.programme.ReviewPromise;
import java.time.Duration;
import java.time.Instant;

/**
 * The promised time of an application as it stands.
 *
 * @param minutes working time left, negative when overdue
 */
record WorkTime(Urgency urgency, long minutes) {

    enum Urgency {
        OVERDUE,
        /** Four working hours or less. */
        NEAR,
        CALM,
        PAUSED,
        DONE
    }

    private static final Duration NEAR = Duration.ofHours(4);

    static WorkTime of(ReviewClock clock, ReviewPromise promise, Instant now) {
        Duration remaining = clock.remaining();
        if (remaining != null) {
            return new WorkTime(Urgency.PAUSED, remaining.toMinutes());
        }
        Instant due = clock.dueAt();
        if (due == null) {
            return new WorkTime(Urgency.DONE, 0);
        }
        if (due.isBefore(now)) {
            return new WorkTime(
                    Urgency.OVERDUE, -promise.workingTimeBetween(due, now).toMinutes());
        }
        Duration left = promise.workingTimeBetween(now, due);
        return new WorkTime(left.compareTo(NEAR) <= 0 ? Urgency.NEAR : Urgency.CALM, left.toMinutes());
    }
}
