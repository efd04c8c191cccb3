package io.tanshi.exam.forms;

import static io.tanshi.exam.jooq.Tables.FORM;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.not;

import io.tanshi.exam.FormStatus;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.TwoPersonActs;
import io.tanshi.identity.session.WaitingAct;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Forms that wait for their seal. The forms of a sitting are sealed at once, so one of one's own among them bars all. */
@Component
@Order(10)
class WaitingForms implements TwoPersonActs {

    private final DSLContext db;

    WaitingForms(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<WaitingAct> waitingFor(AccountId me) {
        return db.select(FORM.SITTING_ID, count(), min(FORM.PROPOSED_LABEL))
                .from(FORM)
                .where(FORM.STATUS.eq(FormStatus.PROPOSED.name()))
                .groupBy(FORM.SITTING_ID)
                .having(not(boolOr(FORM.PROPOSED_BY.eq(me.value()))))
                .orderBy(min(FORM.PROPOSED_AT))
                .fetch(row -> new WaitingAct("exam.seal", row.value1(), row.value2(), row.value3()));
    }
}
