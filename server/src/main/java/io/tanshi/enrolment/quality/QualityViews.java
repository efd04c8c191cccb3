package io.tanshi.enrolment.quality;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages on the quality of the review receive. */
final class QualityViews {

    private QualityViews() {}

    record ReviewQuality(
            PromiseFigures promise,
            List<InstitutionPromise> institutions,
            List<ReviewerFigures> reviewers,
            List<ReasonFigure> reasons,
            SecondFigures second,
            List<DisagreementView> disagreements) {}

    /**
     * The promise of one working day.
     *
     * @param inTime decisions made before they were due
     * @param medianMinutes working time until the decision; null without decisions
     */
    record PromiseFigures(
            int decisions,
            int inTime,
            @Nullable Long medianMinutes,
            @Nullable Long nearlyAllMinutes) {}

    record InstitutionPromise(String institution, PromiseFigures promise) {}

    /** @param averageSeconds null when no time was measured */
    record ReviewerFigures(
            String name,
            int decisions,
            int approved,
            int inTime,
            @Nullable Long averageSeconds) {}

    record ReasonFigure(int key, String label, int count) {}

    record SecondFigures(int open, int agreed, int overturned, int disagreed) {}

    record DisagreementView(
            UUID id,
            UUID application,
            String applicant,
            String firstReviewer,
            String firstDecision,
            String secondReviewer,
            String outcome,
            @Nullable OffsetDateTime at,
            @Nullable String words) {}

    record DrawnSample(int drawn) {}

    record NextSecondReview(UUID id) {}

    /** @param takesBack whether not agreeing gives the application back to its institution */
    record SecondReviewView(
            UUID id,
            UUID application,
            String firstReviewer,
            String firstDecision,
            OffsetDateTime firstAt,
            String state,
            boolean open,
            boolean takesBack) {}

    record SecondOutcome(String outcome) {}
}
