package io.tanshi.delivery.rulings;

import static io.tanshi.delivery.jooq.Tables.ATTEMPT;
import static io.tanshi.delivery.jooq.Tables.ATTEMPT_HISTORY;

import io.tanshi.delivery.AttemptId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When the clocks stood still, from the histories of the attempts. */
@Repository
class Pauses {

    private final DSLContext db;

    Pauses(DSLContext db) {
        this.db = db;
    }

    /** @param now the end of a pause under way */
    Map<AttemptId, List<Span>> of(SittingId sitting, Instant now) {
        Map<AttemptId, Instant> begun = new HashMap<>();
        Map<AttemptId, List<Span>> pauses = new HashMap<>();
        db.select(ATTEMPT_HISTORY.ATTEMPT_ID, ATTEMPT_HISTORY.VERB, ATTEMPT_HISTORY.AT)
                .from(ATTEMPT_HISTORY)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(ATTEMPT_HISTORY.ATTEMPT_ID))
                .where(ATTEMPT.SITTING_ID.eq(sitting.value()))
                .and(ATTEMPT_HISTORY.VERB.in("PAUSED", "RESUMED"))
                .orderBy(ATTEMPT_HISTORY.POSITION)
                .forEach(row -> {
                    AttemptId attempt = new AttemptId(row.value1());
                    Instant at = row.value3().toInstant();
                    if (row.value2().equals("PAUSED")) {
                        begun.put(attempt, at);
                    } else {
                        put(pauses, attempt, begun.remove(attempt), at);
                    }
                });
        begun.forEach((attempt, from) -> put(pauses, attempt, from, now));
        return pauses;
    }

    private static void put(
            Map<AttemptId, List<Span>> pauses, AttemptId attempt, @Nullable Instant from, Instant until) {
        if (from != null) {
            pauses.computeIfAbsent(attempt, _ -> new ArrayList<>()).add(new Span(from, until));
        }
    }
}
