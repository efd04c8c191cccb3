package io.tanshi.enrolment.review;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.Ruling;
import io.tanshi.identity.session.CurrentAccount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided. It waits for a few seconds in which it can be taken back, and takes effect afterwards: only
 * then does anybody else hear of it.
 *
 * @param version of the application the reviewer saw
 * @param bulk the set it was approved with; null when it was decided by itself
 */
record Decision(
        UUID id,
        ApplicationId application,
        int version,
        Kind kind,
        UUID reviewer,
        String reviewerName,
        Instant decidedAt,
        State state,
        @Nullable UUID bulk) {

    enum Kind {
        APPROVE("通过"),
        RETURN("退回补正"),
        REJECT("审核不通过");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum State {
        WAITING,
        IN_EFFECT,
        UNDONE,
        /** The application changed before the decision took effect, for example because it was withdrawn. */
        LAPSED
    }

    /** What it says; personal data. */
    record Content(
            @Nullable Ruling ruling,
            List<ReturnNote> notes,
            @Nullable String words) {

        @Override
        public String toString() {
            return "Content[protected]";
        }
    }

    boolean isOf(CurrentAccount me) {
        return reviewer.equals(me.accountId().value());
    }

    Actor actor() {
        return Actor.account(reviewer, reviewerName);
    }
}
