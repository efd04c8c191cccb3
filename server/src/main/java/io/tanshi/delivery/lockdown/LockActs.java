package io.tanshi.delivery.lockdown;

import static io.tanshi.delivery.jooq.Tables.LOCKDOWN_ACT;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.AdmissionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened about the lock, in the server's order; in the audit trail, too. */
@Repository
class LockActs {

    static final Actor MACHINE = new Actor(Actor.Kind.ANONYMOUS, null, "考生机");

    private final DSLContext db;
    private final AuditTrail trail;
    private final JsonMapper json;

    LockActs(DSLContext db, AuditTrail trail, JsonMapper json) {
        this.db = db;
        this.trail = trail;
        this.json = json;
    }

    /** @param verb in the past tense */
    record Act(OffsetDateTime at, String verb, String actor, String reason, JsonNode details) {}

    void record(
            AdmissionId admission,
            @Nullable AttemptId attempt,
            Instant at,
            String verb,
            Actor by,
            String reason,
            Map<String, ?> details) {
        db.insertInto(LOCKDOWN_ACT)
                .set(LOCKDOWN_ACT.ADMISSION_ID, admission.value())
                .set(LOCKDOWN_ACT.ATTEMPT_ID, attempt == null ? null : attempt.value())
                .set(LOCKDOWN_ACT.AT, at.atOffset(ZoneOffset.UTC))
                .set(LOCKDOWN_ACT.VERB, verb)
                .set(LOCKDOWN_ACT.ACTOR_ID, by.id())
                .set(LOCKDOWN_ACT.ACTOR_LABEL, by.label())
                .set(LOCKDOWN_ACT.REASON, reason)
                .set(LOCKDOWN_ACT.DETAILS, JSONB.valueOf(json.writeValueAsString(details)))
                .execute();
        Map<String, Object> recorded = new HashMap<>(details);
        recorded.put("reason", reason);
        String action = "delivery." + verb.toLowerCase(Locale.ROOT).replace('_', '-');
        trail.record(by, action, "admission", admission, recorded);
    }

    List<Act> of(AdmissionId admission) {
        return db.selectFrom(LOCKDOWN_ACT)
                .where(LOCKDOWN_ACT.ADMISSION_ID.eq(admission.value()))
                .orderBy(LOCKDOWN_ACT.POSITION)
                .fetch(row -> new Act(
                        row.getAt(),
                        row.getVerb(),
                        row.getActorLabel(),
                        row.getReason(),
                        json.readTree(row.getDetails().data())));
    }
}
