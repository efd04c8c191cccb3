package io.tanshi.certificate.register;

import static io.tanshi.certificate.jooq.Tables.REGISTER_ENTRY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.TwoPersonActs;
import io.tanshi.identity.session.WaitingAct;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Certificates of a sitting are issued many at once; a revocation or a replacement is looked at by itself. */
@Component
@Order(30)
class WaitingCertificates implements TwoPersonActs {

    private final DSLContext db;

    WaitingCertificates(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<WaitingAct> waitingFor(AccountId me) {
        Condition byAnother = REGISTER_ENTRY.PROPOSED_BY.ne(me.value());
        return Stream.concat(issues(byAnother), others(byAnother)).toList();
    }

    private Stream<WaitingAct> issues(Condition byAnother) {
        return db
                .select(REGISTER_ENTRY.SITTING_ID, count(), min(REGISTER_ENTRY.PROPOSED_BY_LABEL))
                .from(REGISTER_ENTRY)
                .where(REGISTER_ENTRY.PROPOSED_ACT.eq(Act.ISSUE.name()))
                .and(byAnother)
                .groupBy(REGISTER_ENTRY.SITTING_ID)
                .orderBy(min(REGISTER_ENTRY.PROPOSED_AT))
                .fetch(row -> new WaitingAct("certificate.issue", row.value1(), row.value2(), row.value3()))
                .stream();
    }

    private Stream<WaitingAct> others(Condition byAnother) {
        return db
                .select(REGISTER_ENTRY.PROPOSED_ACT, REGISTER_ENTRY.ID, REGISTER_ENTRY.PROPOSED_BY_LABEL)
                .from(REGISTER_ENTRY)
                .where(REGISTER_ENTRY.PROPOSED_ACT.ne(Act.ISSUE.name()))
                .and(byAnother)
                .orderBy(REGISTER_ENTRY.PROPOSED_AT)
                .fetch(row -> new WaitingAct(
                        "certificate." + row.value1().toLowerCase(Locale.ROOT), row.value2(), 1, row.value3()))
                .stream();
    }
}
