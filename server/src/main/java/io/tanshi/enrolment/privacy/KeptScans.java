package io.tanshi.enrolment.privacy;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.identity.register.RetainedKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.transaction.support.TransactionTemplate;

/** Scanned papers of applications that ended in one of some states. The photo is not among them: a certificate needs it. */
class KeptScans implements RetainedKind {

    /** What the term is called and how long it is. */
    record Term(String code, String label, int defaultMonths) {}

    private final DSLContext db;
    private final UnusedFiles unused;
    private final PastSittings past;
    private final TransactionTemplate transactions;
    private final Term term;
    private final Set<String> states;

    KeptScans(
            DSLContext db,
            UnusedFiles unused,
            PastSittings past,
            TransactionTemplate transactions,
            Term term,
            Set<String> states) {
        this.db = db;
        this.unused = unused;
        this.past = past;
        this.transactions = transactions;
        this.term = term;
        this.states = states;
    }

    @Override
    public String code() {
        return term.code();
    }

    @Override
    public String label() {
        return term.label();
    }

    @Override
    public String countedFrom() {
        return "考试日";
    }

    @Override
    public int defaultMonths() {
        return term.defaultMonths();
    }

    @Override
    public Due due(Instant before) {
        return new Due(
                db.fetchCount(APPLICATION_DOCUMENT, isDue(before)),
                db.fetchCount(APPLICATION_DOCUMENT, ofPast(before).and(isPhoto())));
    }

    private Condition isDue(Instant before) {
        return ofPast(before).and(DSL.not(isPhoto()));
    }

    private static Condition isPhoto() {
        return APPLICATION_DOCUMENT.KIND.eq(DocumentKind.PHOTO.name());
    }

    private Condition ofPast(Instant before) {
        return APPLICATION_DOCUMENT.APPLICATION_ID.in(DSL.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(APPLICATION.STATE.in(states))
                .and(APPLICATION.SITTING_ID.in(past.examinedBefore(before))));
    }

    @Override
    public Due purge(Instant before) {
        int kept = due(before).kept();
        List<UUID> applications = db.selectDistinct(APPLICATION_DOCUMENT.APPLICATION_ID)
                .from(APPLICATION_DOCUMENT)
                .where(isDue(before))
                .fetch(APPLICATION_DOCUMENT.APPLICATION_ID);
        int removed = 0;
        for (UUID application : applications) {
            Integer papers = transactions.execute(_ -> remove(application));
            removed += papers == null ? 0 : papers;
        }
        return new Due(removed, kept);
    }

    /** The papers of the application, also where the row of the form it came from names them. */
    private int remove(UUID application) {
        List<UUID> files = new ArrayList<>(db.deleteFrom(APPLICATION_DOCUMENT)
                .where(APPLICATION_DOCUMENT.APPLICATION_ID.eq(application))
                .and(DSL.not(isPhoto()))
                .returning(APPLICATION_DOCUMENT.FILE_ID)
                .fetch(APPLICATION_DOCUMENT.FILE_ID));
        int papers = files.size();
        files.addAll(db.deleteFrom(ROW_FILE)
                .where(ROW_FILE.KIND.ne(DocumentKind.PHOTO.name()))
                .and(ROW_FILE.ROW_ID.in(
                        DSL.select(BATCH_ROW.ID).from(BATCH_ROW).where(BATCH_ROW.APPLICATION_ID.eq(application))))
                .returning(ROW_FILE.FILE_ID)
                .fetch(ROW_FILE.FILE_ID));
        unused.remove(files);
        return papers;
    }
}
