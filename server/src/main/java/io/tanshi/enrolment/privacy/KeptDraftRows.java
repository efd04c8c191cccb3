package io.tanshi.enrolment.privacy;

import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;

import io.tanshi.identity.register.RetainedKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of forms that were never submitted, with their papers. */
@Component
@Order(4)
class KeptDraftRows implements RetainedKind {

    private static final int QUARTER = 3;
    private static final int AT_ONCE = 100;

    private final DSLContext db;
    private final UnusedFiles unused;
    private final PastSittings past;
    private final TransactionTemplate transactions;

    KeptDraftRows(DSLContext db, UnusedFiles unused, PastSittings past, TransactionTemplate transactions) {
        this.db = db;
        this.unused = unused;
        this.past = past;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return "enrolment.draft-rows";
    }

    @Override
    public String label() {
        return "从未提交的名单行及其材料";
    }

    @Override
    public String countedFrom() {
        return "报名截止";
    }

    @Override
    public int defaultMonths() {
        return QUARTER;
    }

    @Override
    public Due due(Instant before) {
        return new Due(db.fetchCount(BATCH_ROW, isDue(before)), 0);
    }

    // Rows of a running check belong to the check.
    private Condition isDue(Instant before) {
        return BATCH_ROW
                .APPLICATION_ID
                .isNull()
                .and(BATCH_ROW.STAGE.notIn("CHECKING", "SUBMITTED"))
                .and(BATCH_ROW.BATCH_ID.in(
                        DSL.select(BATCH.ID).from(BATCH).where(BATCH.SITTING_ID.in(past.closedBefore(before)))));
    }

    @Override
    public Due purge(Instant before) {
        int removed = 0;
        List<UUID> due = next(before);
        while (!due.isEmpty()) {
            List<UUID> few = due;
            transactions.executeWithoutResult(_ -> remove(few));
            removed += few.size();
            due = next(before);
        }
        return new Due(removed, 0);
    }

    private List<UUID> next(Instant before) {
        return db.select(BATCH_ROW.ID)
                .from(BATCH_ROW)
                .where(isDue(before))
                .limit(AT_ONCE)
                .fetch(BATCH_ROW.ID);
    }

    private void remove(List<UUID> rows) {
        List<UUID> files = db.select(ROW_FILE.FILE_ID)
                .from(ROW_FILE)
                .where(ROW_FILE.ROW_ID.in(rows))
                .fetch(ROW_FILE.FILE_ID);
        db.deleteFrom(BATCH_ROW).where(BATCH_ROW.ID.in(rows)).execute();
        unused.remove(files);
    }
}
