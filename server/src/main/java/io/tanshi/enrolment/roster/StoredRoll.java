package io.tanshi.enrolment.roster;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.SittingRoll;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class StoredRoll implements SittingRoll {

    private final DSLContext db;

    StoredRoll(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<InstitutionId> institutionsWithDrafts(SittingId sitting) {
        return db
                .selectDistinct(BATCH.INSTITUTION_ID)
                .from(BATCH)
                .join(BATCH_ROW)
                .on(BATCH_ROW.BATCH_ID.eq(BATCH.ID))
                .where(BATCH.SITTING_ID.eq(sitting.value()))
                .and(BATCH_ROW.STAGE.eq("CURRENT"))
                .fetch(BATCH.INSTITUTION_ID)
                .stream()
                .map(InstitutionId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<InstitutionId> institutions(SittingId sitting) {
        Set<InstitutionId> all = new HashSet<>(institutionsWithDrafts(sitting));
        db.selectDistinct(APPLICATION.INSTITUTION_ID)
                .from(APPLICATION)
                .where(liveIn(sitting))
                .forEach(r -> all.add(new InstitutionId(r.value1())));
        return all;
    }

    @Override
    public Set<PersonId> people(SittingId sitting) {
        return db.selectDistinct(APPLICATION.PERSON_ID).from(APPLICATION).where(liveIn(sitting)).fetch().stream()
                .map(r -> new PersonId(r.value1()))
                .collect(Collectors.toSet());
    }

    @Override
    public WaitingReviews waitingReviews(Instant now, Instant until) {
        Condition overdue = APPLICATION.DUE_AT.lt(now.atOffset(ZoneOffset.UTC));
        Condition soon = APPLICATION.DUE_AT.lt(until.atOffset(ZoneOffset.UTC)).andNot(overdue);
        return db.select(DSL.count().filterWhere(overdue), DSL.count().filterWhere(soon))
                .from(APPLICATION)
                .where(APPLICATION.STATE.eq(ApplicationState.PENDING.name()))
                .fetchSingle(r -> new WaitingReviews(r.value1(), r.value2()));
    }

    private static Condition liveIn(SittingId sitting) {
        return APPLICATION
                .SITTING_ID
                .eq(sitting.value())
                .and(APPLICATION.STATE.in(Arrays.stream(ApplicationState.values())
                        .filter(ApplicationState::isLive)
                        .map(Enum::name)
                        .toList()));
    }
}
