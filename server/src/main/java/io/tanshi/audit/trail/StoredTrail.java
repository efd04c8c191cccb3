package io.tanshi.audit.trail;

import static io.tanshi.audit.jooq.Tables.ENTRY;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditEntry;
import io.tanshi.audit.AuditReader;
import io.tanshi.audit.AuditTrail;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.PageView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StoredTrail implements AuditTrail, AuditReader {

    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;

    StoredTrail(DSLContext db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subjectType, Object subjectId, Map<String, ?> details) {
        db.insertInto(ENTRY)
                .set(ENTRY.ID, Ids.next())
                .set(ENTRY.AT, clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .set(ENTRY.ACTOR_KIND, actor.kind().name().toLowerCase(Locale.ROOT))
                .set(ENTRY.ACTOR_ID, actor.id())
                .set(ENTRY.ACTOR_LABEL, actor.label())
                .set(ENTRY.ACTION, action)
                .set(ENTRY.SUBJECT_TYPE, subjectType)
                .set(ENTRY.SUBJECT_ID, subjectId.toString())
                .set(ENTRY.DETAILS, JSONB.valueOf(json.writeValueAsString(details)))
                .execute();
    }

    @Override
    @Transactional(readOnly = true)
    public PageView<AuditEntry> read(Query query, int page, int size) {
        Condition condition = condition(query);
        List<AuditEntry> entries = db.selectFrom(ENTRY)
                .where(condition)
                .orderBy(ENTRY.AT.desc(), ENTRY.POSITION.desc())
                .limit(size)
                .offset(Math.multiplyExact(page, size))
                .fetch(r -> new AuditEntry(
                        r.getPosition(),
                        r.getAt(),
                        r.getActorKind(),
                        r.getActorLabel(),
                        r.getAction(),
                        r.getSubjectType(),
                        r.getSubjectId(),
                        json.readTree(r.getDetails().data())));
        return new PageView<>(entries, db.fetchCount(ENTRY, condition), page, size);
    }

    private Condition condition(Query query) {
        Condition condition = DSL.noCondition();
        if (query.action() != null && !query.action().isBlank()) {
            condition = condition.and(ENTRY.ACTION.startsWith(query.action().strip()));
        }
        if (query.subjectId() != null && !query.subjectId().isBlank()) {
            condition = condition.and(ENTRY.SUBJECT_ID.eq(query.subjectId().strip()));
        }
        if (query.actorLabel() != null && !query.actorLabel().isBlank()) {
            condition = condition.and(ENTRY.ACTOR_LABEL.eq(query.actorLabel().strip()));
        }
        return condition.and(within(query.from(), query.to()));
    }

    /** Days are those of the clock's zone, in which everybody reads them. */
    private Condition within(@Nullable LocalDate from, @Nullable LocalDate to) {
        Condition condition = DSL.noCondition();
        if (from != null) {
            condition = condition.and(ENTRY.AT.ge(startOf(from)));
        }
        if (to != null) {
            condition = condition.and(ENTRY.AT.lt(startOf(to.plusDays(1))));
        }
        return condition;
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
