package io.tanshi.enrolment.rulings;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.programme.JudgedApplications;
import io.tanshi.programme.SittingId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrator how many applications the rule set of a sitting has judged. */
@Repository
class JudgedCounts implements JudgedApplications {

    private final DSLContext db;

    JudgedCounts(DSLContext db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public Count of(SittingId sitting) {
        var ofSitting = APPLICATION
                .SITTING_ID
                .eq(sitting.value())
                .and(APPLICATION.STATE.notIn(ApplicationState.DRAFT.name(), ApplicationState.WITHDRAWN.name()));
        return new Count(
                db.fetchCount(APPLICATION, ofSitting),
                db.fetchCount(APPLICATION, ofSitting.and(APPLICATION.STATE.ne(ApplicationState.PENDING.name()))));
    }
}
