package io.tanshi.enrolment.application;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.platform.StartStep;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes applications of an earlier version findable by the last four characters of the number, once. */
@Component
@Order(StartStep.ENROLMENT)
class TailIndexes implements StartStep {

    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Sealed sealed;
    private final TransactionTemplate transaction;

    TailIndexes(DSLContext db, Sealed sealed, TransactionTemplate transaction) {
        this.db = db;
        this.sealed = sealed;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        UUID last = new UUID(0, 0);
        while (true) {
            UUID from = last;
            List<UUID> done = transaction.execute(_ -> fill(from));
            if (done.isEmpty()) {
                return;
            }
            last = done.getLast();
        }
    }

    private List<UUID> fill(UUID after) {
        return db.selectFrom(APPLICATION)
                .where(APPLICATION.TAIL_INDEX.isNull())
                .and(APPLICATION.ID.gt(after))
                .orderBy(APPLICATION.ID)
                .limit(AT_ONCE)
                .fetch(row -> {
                    Registration data =
                            sealed.open(row.getDataCipher(), Dossiers.place(row.getId()), Registration.class);
                    Numbers.tail(data.documentNumber())
                            .ifPresent(tail -> db.update(APPLICATION)
                                    .set(APPLICATION.TAIL_INDEX, sealed.tailIndex(tail))
                                    .where(APPLICATION.ID.eq(row.getId()))
                                    .execute());
                    return row.getId();
                });
    }
}
