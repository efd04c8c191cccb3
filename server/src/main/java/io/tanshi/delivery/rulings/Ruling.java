package io.tanshi.delivery.rulings;

import io.tanshi.delivery.AttemptId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lost time to be given back: proposed by one person, decided by another.
 *
 * @param place the seat, the room or the site, in words
 * @param minutes given by judgement; null when computed from the log
 */
public record Ruling(
        UUID id,
        SittingId sitting,
        IncidentCategory category,
        RulingScope scope,
        String place,
        Span span,
        @Nullable Integer minutes,
        String reason,
        State state,
        Step proposed,
        @Nullable Step decided,
        List<Share> shares) {

    public Ruling {
        shares = List.copyOf(shares);
    }

    /** How far it is. */
    public enum State {
        PROPOSED("待批准"),
        APPROVED("已批准"),
        REFUSED("未批准");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What became of a share. */
    public enum Outcome {
        GIVEN,
        /** The attempt was over before. */
        OVER
    }

    /** @param words of the person who decided; empty for a proposal, whose reason is the ruling's */
    public record Step(Instant at, UUID by, String label, String words) {}

    /** @param outcome null until the clock was moved */
    public record Share(
            AttemptId attempt,
            int lostSeconds,
            int minutes,
            @Nullable Outcome outcome) {}
}
