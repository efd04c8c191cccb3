package io.tanshi.enrolment.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the review.
 *
 * @param undoSeconds how long a decision can be taken back before it takes effect; 0 for at once
 * @param samplePercent of how many in a hundred a person looks at before the rest is approved together
 * @param sampleAtLeast however few there are
 */
@ConfigurationProperties("tanshi.review")
record ReviewSettings(
        @DefaultValue("10") int undoSeconds,
        @DefaultValue("10") int samplePercent,
        @DefaultValue("3") int sampleAtLeast) {

    Duration undo() {
        return Duration.ofSeconds(undoSeconds);
    }

    /** How many of {@code count} a person looks at, never more than there are. */
    int sampleOf(int count) {
        int share = (count * samplePercent + 99) / 100;
        return Math.min(count, Math.max(sampleAtLeast, share));
    }
}
