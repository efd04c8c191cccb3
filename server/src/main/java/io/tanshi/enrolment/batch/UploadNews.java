package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static io.tanshi.enrolment.jooq.Tables.UPLOAD;

import io.tanshi.enrolment.BatchChecked;
import io.tanshi.enrolment.BatchId;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells that a check is over, in the transaction that marks the upload. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UploadNews {

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UploadNews(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** @param standing how the batch stands with the upload, as its page shows it */
    void checked(UUID upload, Counts standing) {
        tell(upload, standing, false);
    }

    void refused(UUID upload) {
        tell(upload, Counts.NONE, true);
    }

    private void tell(UUID upload, Counts standing, boolean refused) {
        db.select(BATCH.ID, BATCH.INSTITUTION_ID, BATCH.SITTING_ID, UPLOAD.UPLOADED_BY)
                .from(UPLOAD)
                .join(BATCH)
                .on(BATCH.ID.eq(UPLOAD.BATCH_ID))
                .where(UPLOAD.ID.eq(upload))
                .forEach(r -> events.publishEvent(new BatchChecked(
                        new BatchId(r.value1()),
                        upload,
                        new InstitutionId(r.value2()),
                        r.value4() == null ? null : new AccountId(r.value4()),
                        new SittingId(r.value3()),
                        standing.unsubmitted(),
                        standing.ready(),
                        standing.blocked(),
                        refused,
                        clock.instant())));
    }
}
