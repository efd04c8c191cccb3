package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.UPLOAD_PART;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.jooq.tables.records.UploadPartRecord;
import io.tanshi.files.FileId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of uploads, and those that wait for one. */
@Repository
@Transactional
class PartStore {

    private final DSLContext db;
    private final Sealed sealed;

    PartStore(DSLContext db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    void insert(BatchId batch, UploadPart part, @Nullable UUID by) {
        db.insertInto(UPLOAD_PART)
                .set(UPLOAD_PART.ID, part.id())
                .set(UPLOAD_PART.BATCH_ID, batch.value())
                .set(UPLOAD_PART.FILE_ID, part.file().value())
                .set(UPLOAD_PART.NAME_CIPHER, sealed.seal(part.fileName(), place(part.id())))
                .set(UPLOAD_PART.SIZE, part.size())
                .set(UPLOAD_PART.RECEIVED_AT, part.receivedAt().atOffset(ZoneOffset.UTC))
                .set(UPLOAD_PART.RECEIVED_BY, by)
                .execute();
    }

    /** Files that have come and belong to no upload yet. */
    @Transactional(readOnly = true)
    List<UploadPart> waiting(BatchId batch) {
        return db.selectFrom(UPLOAD_PART)
                .where(waitingIn(batch))
                .orderBy(UPLOAD_PART.RECEIVED_AT, UPLOAD_PART.ID)
                .fetch()
                .map(this::part);
    }

    /** Batches with files that belong to no upload yet. */
    @Transactional(readOnly = true)
    List<UUID> batchesThatWait() {
        return db.selectDistinct(UPLOAD_PART.BATCH_ID)
                .from(UPLOAD_PART)
                .where(UPLOAD_PART.UPLOAD_ID.isNull())
                .fetch(UPLOAD_PART.BATCH_ID);
    }

    /** Puts the files that wait into an upload. */
    void join(BatchId batch, UUID upload) {
        db.update(UPLOAD_PART)
                .set(UPLOAD_PART.UPLOAD_ID, upload)
                .where(waitingIn(batch))
                .execute();
    }

    /** The files of each upload, in the order in which they came. */
    @Transactional(readOnly = true)
    Map<UUID, List<UploadPart>> of(Collection<UUID> uploads) {
        return db
                .selectFrom(UPLOAD_PART)
                .where(UPLOAD_PART.UPLOAD_ID.in(uploads))
                .orderBy(UPLOAD_PART.RECEIVED_AT, UPLOAD_PART.ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        UploadPartRecord::getUploadId, Collectors.mapping(this::part, Collectors.toList())));
    }

    /** Says of each file why it was not taken, and of the others that they were. */
    void refuse(UUID upload, Map<UUID, Upload.Refusal> refusals) {
        db.update(UPLOAD_PART)
                .setNull(UPLOAD_PART.REFUSAL_CIPHER)
                .where(UPLOAD_PART.UPLOAD_ID.eq(upload))
                .execute();
        refusals.forEach((part, refusal) -> db.update(UPLOAD_PART)
                .set(UPLOAD_PART.REFUSAL_CIPHER, sealed.seal(refusal, place(part)))
                .where(UPLOAD_PART.ID.eq(part))
                .execute());
    }

    private static Condition waitingIn(BatchId batch) {
        return UPLOAD_PART.BATCH_ID.eq(batch.value()).and(UPLOAD_PART.UPLOAD_ID.isNull());
    }

    private UploadPart part(UploadPartRecord r) {
        String refusal = r.getRefusalCipher();
        return new UploadPart(
                r.getId(),
                new FileId(r.getFileId()),
                sealed.open(r.getNameCipher(), place(r.getId()), String.class),
                r.getSize(),
                r.getReceivedAt().toInstant(),
                refusal == null ? null : sealed.open(refusal, place(r.getId()), Upload.Refusal.class));
    }

    /** As of the uploads themselves, which were one file each before. */
    private static String place(UUID id) {
        return "upload:" + id;
    }
}
