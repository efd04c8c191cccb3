package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.ATTEMPT_HISTORY;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who did what to an attempt, when and why, in the server's order. */
@Repository
public class History {

    /** Stands in the history for the exam's own clock. */
    public static final String CLOCK = "exam-clock";

    private final DSLContext db;
    private final JsonMapper json;

    History(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One act in a candidate's timeline. */
    public record Act(OffsetDateTime at, String verb, String actor, String reason, JsonNode details) {}

    void record(AttemptId attempt, Instant at, String verb, Actor actor, String reason, Map<String, ?> details) {
        db.insertInto(ATTEMPT_HISTORY)
                .set(ATTEMPT_HISTORY.ATTEMPT_ID, attempt.value())
                .set(ATTEMPT_HISTORY.AT, AttemptBook.at(at))
                .set(ATTEMPT_HISTORY.VERB, verb)
                .set(ATTEMPT_HISTORY.ACTOR_ID, actor.id())
                .set(ATTEMPT_HISTORY.ACTOR_LABEL, actor.label())
                .set(ATTEMPT_HISTORY.REASON, reason)
                .set(ATTEMPT_HISTORY.DETAILS, JSONB.valueOf(json.writeValueAsString(details)))
                .execute();
    }

    /** The same of many attempts, in one statement. */
    void record(Collection<AttemptId> attempts, Instant at, String verb, Actor actor) {
        if (attempts.isEmpty()) {
            return;
        }
        UUID[] ids = attempts.stream().map(AttemptId::value).toArray(UUID[]::new);
        db.execute("""
                insert into delivery.attempt_history (attempt_id, at, verb, actor_id, actor_label, reason, details)
                select id, ?::timestamptz, ?, ?::uuid, ?, '', '{}' from unnest(?::uuid[]) as id
                """, AttemptBook.at(at), verb, actor.id(), actor.label(), ids);
    }

    public List<Act> of(AttemptId attempt) {
        return db.selectFrom(ATTEMPT_HISTORY)
                .where(ATTEMPT_HISTORY.ATTEMPT_ID.eq(attempt.value()))
                .orderBy(ATTEMPT_HISTORY.POSITION)
                .fetch(r -> new Act(
                        r.getAt(),
                        r.getVerb(),
                        r.getActorLabel(),
                        r.getReason(),
                        json.readTree(r.getDetails().data())));
    }
}
