package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** Does one thing to one attempt and puts it on record, in the candidate's timeline and in the audit trail. */
@Component
public class Acts {

    private final AttemptBook book;
    private final History history;
    private final AuditTrail trail;

    Acts(AttemptBook book, History history, AuditTrail trail) {
        this.book = book;
        this.history = history;
        this.trail = trail;
    }

    /**
     * Who orders what, and why.
     *
     * @param verb in the past tense, as it stands in the timeline
     * @param reason in the invigilator's words; for a message, its text
     */
    public record Order(String verb, String reason, Actor by) {

        /** An order whose verb is given by whom it is handed to. */
        public static Order because(String reason, Actor by) {
            return new Order("", reason, by);
        }

        Order as(String verb) {
            return new Order(verb, reason, by);
        }
    }

    /** Inside its turn. False when the attempt is of another sitting, or the verb is refused in its state. */
    boolean on(
            Attempt attempt,
            SittingId sitting,
            Order order,
            Map<String, ?> details,
            BiPredicate<Attempt, Instant> verb,
            Instant now) {
        if (!attempt.identity().sittingId().equals(sitting)) {
            return false;
        }
        AttemptId id = attempt.id();
        if (attempt.openIfBegun(now)) {
            history.record(id, now, "OPENED", AttemptDesk.BELL, "", Map.of());
        }
        if (!verb.test(attempt, now)) {
            return false;
        }
        book.update(attempt);
        history.record(id, now, order.verb(), order.by(), order.reason(), details);
        Map<String, Object> recorded = new HashMap<>(details);
        recorded.put("reason", order.reason());
        String action = "delivery." + order.verb().toLowerCase(Locale.ROOT).replace('_', '-');
        trail.record(order.by(), action, "attempt", id, recorded);
        return true;
    }
}
