package io.tanshi.enrolment.privacy;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_STEP;
import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.DATA_REPORT;
import static io.tanshi.enrolment.jooq.Tables.ESCALATION;
import static io.tanshi.enrolment.jooq.Tables.RETURN_NOTE;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;
import static io.tanshi.enrolment.jooq.Tables.SECOND_REVIEW;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import io.tanshi.identity.session.PersonId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Empties the applications of a person: that there was one, for which level and how it went, is all that stays. */
@Component
class ApplicationEraser {

    /** One empty cell: a registration without any cannot be read. */
    private static final Registration NOTHING = new Registration(
            0, Map.of(Column.NUMBER, new Registration.Entry("", "", FormCell.Nature.EMPTY)), null, List.of(), null);

    private final DSLContext db;
    private final Sealed sealed;
    private final UnusedFiles unused;

    ApplicationEraser(DSLContext db, Sealed sealed, UnusedFiles unused) {
        this.db = db;
        this.sealed = sealed;
        this.unused = unused;
    }

    void erase(PersonId person) {
        List<UUID> applications = db.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(APPLICATION.PERSON_ID.eq(person.value()))
                .forUpdate()
                .fetch(APPLICATION.ID);
        removeRows(applications);
        removeDocuments(applications);
        applications.forEach(this::empty);
    }

    /** The rows of forms they came from, and other rows with the same number. */
    private void removeRows(List<UUID> applications) {
        Condition theirs = BATCH_ROW
                .APPLICATION_ID
                .in(applications)
                .or(BATCH_ROW.UPDATES_APPLICATION.in(applications))
                .or(BATCH_ROW.DOCUMENT_INDEX.in(db.select(APPLICATION.DOCUMENT_INDEX)
                        .from(APPLICATION)
                        .where(APPLICATION.ID.in(applications))
                        .fetch(APPLICATION.DOCUMENT_INDEX)));
        List<UUID> rows = db.select(BATCH_ROW.ID).from(BATCH_ROW).where(theirs).fetch(BATCH_ROW.ID);
        List<UUID> files = db.select(ROW_FILE.FILE_ID)
                .from(ROW_FILE)
                .where(ROW_FILE.ROW_ID.in(rows))
                .fetch(ROW_FILE.FILE_ID);
        db.deleteFrom(BATCH_ROW).where(BATCH_ROW.ID.in(rows)).execute();
        unused.remove(files);
    }

    private void removeDocuments(List<UUID> applications) {
        List<UUID> files = db.select(APPLICATION_DOCUMENT.FILE_ID)
                .from(APPLICATION_DOCUMENT)
                .where(APPLICATION_DOCUMENT.APPLICATION_ID.in(applications))
                .fetch(APPLICATION_DOCUMENT.FILE_ID);
        db.deleteFrom(APPLICATION_DOCUMENT)
                .where(APPLICATION_DOCUMENT.APPLICATION_ID.in(applications))
                .execute();
        unused.remove(files);
    }

    /** What was written about it by the candidate and among reviewers. */
    private void removeWords(UUID application) {
        db.deleteFrom(DATA_REPORT)
                .where(DATA_REPORT.APPLICATION_ID.eq(application))
                .execute();
        db.deleteFrom(ESCALATION)
                .where(ESCALATION.APPLICATION_ID.eq(application))
                .execute();
        db.update(SECOND_REVIEW)
                .setNull(SECOND_REVIEW.WORDS_CIPHER)
                .where(SECOND_REVIEW.DECISION_ID.in(DSL.select(REVIEW_DECISION.ID)
                        .from(REVIEW_DECISION)
                        .where(REVIEW_DECISION.APPLICATION_ID.eq(application))))
                .execute();
    }

    private void empty(UUID application) {
        removeWords(application);
        db.update(APPLICATION)
                .set(APPLICATION.DATA_CIPHER, sealed.seal(NOTHING, place(application)))
                // Found by no number: the id itself stands where the hash stood.
                .set(APPLICATION.DOCUMENT_INDEX, bytes(application))
                .set(APPLICATION.TAIL_INDEX, bytes(application))
                .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
                .where(APPLICATION.ID.eq(application))
                .execute();
        db.update(APPLICATION_STEP)
                .setNull(APPLICATION_STEP.WORDS_CIPHER)
                .where(APPLICATION_STEP.APPLICATION_ID.eq(application))
                .execute();
        for (UUID note : db.select(RETURN_NOTE.ID)
                .from(RETURN_NOTE)
                .where(RETURN_NOTE.APPLICATION_ID.eq(application))
                .fetch(RETURN_NOTE.ID)) {
            db.update(RETURN_NOTE)
                    .set(RETURN_NOTE.WORDS_CIPHER, sealed.seal("", place(note)))
                    .where(RETURN_NOTE.ID.eq(note))
                    .execute();
        }
    }

    private static String place(UUID id) {
        return "application:" + id;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
