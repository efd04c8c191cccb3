package io.tanshi.enrolment.application;

import io.tanshi.programme.ReviewPromise;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The promised time of a review: it runs while a reviewer has to act and stands still while the institution has to.
 *
 * @param dueAt when it runs out; null while it stands still
 * @param provisional whether a year without announced days off was counted
 * @param remaining working time left; null while it runs
 */
public record ReviewClock(
        @Nullable Instant dueAt,
        boolean provisional,
        @Nullable Duration remaining) {

    /** Before the first submission and after the decision. */
    public static final ReviewClock IDLE = new ReviewClock(null, false, null);

    static ReviewClock started(ReviewPromise promise, Instant at) {
        ReviewPromise.DueTime due = promise.dueFor(at);
        return new ReviewClock(due.at(), due.provisional(), null);
    }

    ReviewClock stopped(ReviewPromise promise, Instant at) {
        Duration left = dueAt == null ? Duration.ZERO : promise.workingTimeBetween(at, dueAt);
        return new ReviewClock(null, false, left);
    }

    /** As it stands when an application that was decided comes back: the whole time is there again. */
    static ReviewClock waiting(ReviewPromise promise, Instant at) {
        return started(promise, at).stopped(promise, at);
    }

    /** The remainder continues (decisions §2). */
    ReviewClock resumed(ReviewPromise promise, Instant at) {
        if (remaining == null) {
            return started(promise, at);
        }
        ReviewPromise.DueTime due = promise.resume(at, remaining);
        return new ReviewClock(due.at(), due.provisional(), null);
    }
}
