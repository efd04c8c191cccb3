package io.tanshi.enrolment.roster;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingParticipants;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrator who is concerned when a sitting moves. */
@Repository
class Participants implements SittingParticipants {

    private final DSLContext db;
    private final Institutions institutions;

    Participants(DSLContext db, Institutions institutions) {
        this.db = db;
        this.institutions = institutions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Share> of(SittingId sitting) {
        List<String> live = Arrays.stream(ApplicationState.values())
                .filter(ApplicationState::isLive)
                .map(Enum::name)
                .toList();
        return db.select(APPLICATION.INSTITUTION_ID, DSL.count())
                .from(APPLICATION)
                .where(APPLICATION.SITTING_ID.eq(sitting.value()))
                .and(APPLICATION.STATE.in(live))
                .groupBy(APPLICATION.INSTITUTION_ID)
                .orderBy(DSL.count().desc())
                .fetch(r -> new Share(
                        institutions.view(new InstitutionId(r.value1())).name(), r.value2()));
    }
}
