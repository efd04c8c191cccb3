package io.tanshi.enrolment.quality;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.quality.SecondReview.State;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A second reviewer agrees, or does not. An approval is then taken back if the candidate has not begun; whatever comes
 * too late, or was no approval, is kept for the administrator.
 */
@Service
@Transactional
class SecondReviewDesk {

    private final SecondReviews reviews;
    private final ApplicationDesk applications;
    private final AuditTrail trail;

    SecondReviewDesk(SecondReviews reviews, ApplicationDesk applications, AuditTrail trail) {
        this.reviews = reviews;
        this.applications = applications;
        this.trail = trail;
    }

    /** Draws more decisions for a second look; the answer is how many there were. */
    int draw(int count, CurrentAccount me) {
        int drawn = reviews.draw(count);
        trail.record(me.actor(), "enrolment.second-review-drawn", "review", "sample", Map.of("count", drawn));
        return drawn;
    }

    /** @throws Problem when it is not this reviewer's */
    SecondReview own(UUID id, CurrentAccount me) {
        return reviews.find(id)
                .filter(review -> me.accountId().value().equals(review.reviewer()))
                .orElseThrow(() -> Problem.notFound("这件复核"));
    }

    void agree(UUID id, CurrentAccount me) {
        SecondReview review = own(id, me);
        close(review, State.AGREED, null, me);
    }

    /** @param words why, for colleagues and administrators; the notes are what the institution reads */
    State object(UUID id, List<ReturnNote> notes, String words, CurrentAccount me) {
        SecondReview review = own(id, me);
        boolean takesBack = takesBack(review);
        if (takesBack) {
            applications.overturn(review.application(), notes, me.actor());
        }
        State state = takesBack ? State.OVERTURNED : State.DISAGREED;
        close(review, state, words, me);
        return state;
    }

    /** Whether not agreeing gives the application back to its institution. */
    @Transactional(readOnly = true)
    public boolean takesBack(SecondReview review) {
        return review.decided().kind().equals("APPROVE") && applications.isOverturnable(review.application());
    }

    private void close(SecondReview review, State state, @Nullable String words, CurrentAccount me) {
        if (!reviews.close(review.id(), state, words, me)) {
            throw Problem.of(EnrolmentError.SECOND_REVIEW_DONE, "这件已经复核完，你的意见没有写入。");
        }
        trail.record(
                me.actor(),
                "enrolment.second-review-closed",
                "application",
                review.application(),
                Map.of("outcome", state.name()));
    }
}
