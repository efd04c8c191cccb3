package io.tanshi.enrolment.checking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate says is wrong.
 *
 * @param answer the institution's words, also when it handed the report on to the reviewer
 */
public record Report(
        UUID id,
        UUID application,
        Subject subject,
        State state,
        String words,
        Instant reportedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {

    /** How far a report is. */
    public enum State {
        /** Waits for the institution. */
        OPEN("待机构处理"),
        /** The institution cannot change the data now and has told the reviewer. */
        FORWARDED("已转告审核员"),
        ANSWERED("机构已答复"),
        /** The candidate took it back. */
        TAKEN_BACK("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether somebody still has to do something about it. */
    public boolean isPending() {
        return state == State.OPEN || state == State.FORWARDED;
    }

    @Override
    public String toString() {
        return "Report[" + id + ", " + state + "]";
    }
}
