package io.tanshi.results.release;

import static io.tanshi.results.jooq.Tables.RESULT;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.not;

import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.TwoPersonActs;
import io.tanshi.identity.session.WaitingAct;
import io.tanshi.results.ResultState;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Approved results that wait for their release. Those of a sitting are released at once, by nobody who approved any. */
@Component
@Order(20)
class WaitingReleases implements TwoPersonActs {

    private final DSLContext db;

    WaitingReleases(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<WaitingAct> waitingFor(AccountId me) {
        return db.select(RESULT.SITTING_ID, count())
                .from(RESULT)
                .where(RESULT.STATE.eq(ResultState.APPROVED.name()))
                .groupBy(RESULT.SITTING_ID)
                .having(not(boolOr(RESULT.APPROVED_BY.eq(me.value()))))
                .orderBy(RESULT.SITTING_ID)
                .fetch(row -> new WaitingAct("results.release", row.value1(), row.value2(), null));
    }
}
