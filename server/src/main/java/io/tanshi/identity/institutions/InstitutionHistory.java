package io.tanshi.identity.institutions;

import static io.tanshi.identity.jooq.Tables.INSTITUTION_CHANGE;

import io.tanshi.audit.Actor;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.kernel.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was done to an institution, by whom and why; no contact data. */
@Repository
class InstitutionHistory {

    record InstitutionChange(
            OffsetDateTime at,
            String actor,
            String verb,
            @Nullable String reason,
            String detail) {}

    private final DSLContext db;
    private final Clock clock;

    InstitutionHistory(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void note(InstitutionId id, String verb, @Nullable String reason, String detail, Actor by) {
        db.insertInto(INSTITUTION_CHANGE)
                .set(INSTITUTION_CHANGE.ID, Ids.next())
                .set(INSTITUTION_CHANGE.INSTITUTION_ID, id.value())
                .set(
                        INSTITUTION_CHANGE.AT,
                        clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .set(INSTITUTION_CHANGE.ACTOR, by.label())
                .set(INSTITUTION_CHANGE.VERB, verb)
                .set(INSTITUTION_CHANGE.REASON, reason)
                .set(INSTITUTION_CHANGE.DETAIL, detail)
                .execute();
    }

    /** Newest first. */
    List<InstitutionChange> of(InstitutionId id) {
        return db.selectFrom(INSTITUTION_CHANGE)
                .where(INSTITUTION_CHANGE.INSTITUTION_ID.eq(id.value()))
                .orderBy(INSTITUTION_CHANGE.AT.desc(), INSTITUTION_CHANGE.ID.desc())
                .fetch(r -> new InstitutionChange(r.getAt(), r.getActor(), r.getVerb(), r.getReason(), r.getDetail()));
    }
}
