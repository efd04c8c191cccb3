package io.tanshi.enrolment.privacy;

import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static io.tanshi.enrolment.jooq.Tables.LOOSE_FILE;
import static io.tanshi.enrolment.jooq.Tables.UPLOAD;
import static io.tanshi.enrolment.jooq.Tables.UPLOAD_PART;

import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.register.RetainedKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The original packages and workbooks as the institutions sent them. */
@Component
@Order(1)
class KeptPackages implements RetainedKind {

    private static final int YEAR = 12;

    private final DSLContext db;
    private final Files files;
    private final UnusedFiles unused;
    private final PastSittings past;
    private final TransactionTemplate transactions;
    private final Clock clock;

    KeptPackages(
            DSLContext db,
            Files files,
            UnusedFiles unused,
            PastSittings past,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.files = files;
        this.unused = unused;
        this.past = past;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "enrolment.packages";
    }

    @Override
    public String label() {
        return "机构上传的原始压缩包与申报表";
    }

    @Override
    public String countedFrom() {
        return "考试日";
    }

    @Override
    public int defaultMonths() {
        return YEAR;
    }

    @Override
    public Due due(Instant before) {
        return new Due(db.fetchCount(UPLOAD, isDue(before)), 0);
    }

    // A package that is still being checked is read by the check.
    private Condition isDue(Instant before) {
        return UPLOAD.PURGED_AT
                .isNull()
                .and(UPLOAD.STATE.notIn("WAITING", "CHECKING"))
                .and(UPLOAD.BATCH_ID.in(
                        DSL.select(BATCH.ID).from(BATCH).where(BATCH.SITTING_ID.in(past.examinedBefore(before)))));
    }

    @Override
    public Due purge(Instant before) {
        List<UUID> due = db.select(UPLOAD.ID).from(UPLOAD).where(isDue(before)).fetch(UPLOAD.ID);
        due.forEach(id -> transactions.executeWithoutResult(_ -> remove(id)));
        return new Due(due.size(), 0);
    }

    /** With what was in it and belonged to nobody. */
    private void remove(UUID upload) {
        unused.remove(db.deleteFrom(LOOSE_FILE)
                .where(LOOSE_FILE.UPLOAD_ID.eq(upload))
                .returning(LOOSE_FILE.FILE_ID)
                .fetch(LOOSE_FILE.FILE_ID));
        int marked = db.update(UPLOAD)
                .set(UPLOAD.PURGED_AT, clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .where(UPLOAD.ID.eq(upload))
                .and(UPLOAD.PURGED_AT.isNull())
                .execute();
        if (marked > 0) {
            db.select(UPLOAD_PART.FILE_ID)
                    .from(UPLOAD_PART)
                    .where(UPLOAD_PART.UPLOAD_ID.eq(upload))
                    .forEach(part -> files.delete(new FileId(part.value1())));
        }
    }
}
