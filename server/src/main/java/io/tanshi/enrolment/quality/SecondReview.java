package io.tanshi.enrolment.quality;

import io.tanshi.enrolment.ApplicationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision in effect that another reviewer than its own looks at again. */
record SecondReview(
        UUID id,
        ApplicationId application,
        Decided decided,
        State state,
        @Nullable UUID reviewer,
        @Nullable String reviewerName,
        @Nullable Instant decidedAt,
        @Nullable String words) {

    /** The decision that is looked at. */
    record Decided(UUID reviewer, String name, String kind, Instant at, int version) {}

    enum State {
        OPEN("待复核"),
        AGREED("一致"),
        /** The approval was taken back. */
        OVERTURNED("已改判"),
        /** It was too late to take anything back: the administrator has to look into it. */
        DISAGREED("有异议");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
