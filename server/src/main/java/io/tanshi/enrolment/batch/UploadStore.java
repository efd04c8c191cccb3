package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.UPLOAD;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.intake.BatchSummary;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.jooq.tables.records.UploadRecord;
import io.tanshi.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class UploadStore {

    private final DSLContext db;
    private final Sealed sealed;
    private final PartStore parts;

    UploadStore(DSLContext db, Sealed sealed, PartStore parts) {
        this.db = db;
        this.sealed = sealed;
        this.parts = parts;
    }

    PartStore parts() {
        return parts;
    }

    void insert(Upload upload, @Nullable UUID by) {
        db.insertInto(UPLOAD)
                .set(UPLOAD.ID, upload.id())
                .set(UPLOAD.BATCH_ID, upload.batch().value())
                .set(UPLOAD.STATE, upload.state().name())
                .set(UPLOAD.UPLOADED_AT, time(upload.uploadedAt()))
                .set(UPLOAD.UPLOADED_BY, by)
                .execute();
    }

    @Transactional(readOnly = true)
    Upload get(UUID id) {
        return db.selectFrom(UPLOAD)
                .where(UPLOAD.ID.eq(id))
                .fetchSingle(r -> upload(r, parts.of(List.of(id)).getOrDefault(id, List.of())));
    }

    /** The newest upload of a batch. */
    @Transactional(readOnly = true)
    Optional<Upload> latest(BatchId batch) {
        return Optional.ofNullable(latest(List.of(batch)).get(batch.value()));
    }

    /** @throws Problem while the newest upload of the batch is being checked */
    @Transactional(readOnly = true)
    void requireIdle(BatchId batch) {
        latest(batch).filter(last -> !last.state().isOver()).ifPresent(_ -> {
            throw Problem.of(EnrolmentError.CHECK_RUNNING, "这个批次上一次上传的文件还在检查。请等检查完毕后再操作。");
        });
    }

    /** The newest upload of each batch. */
    @Transactional(readOnly = true)
    Map<UUID, Upload> latest(Collection<BatchId> batches) {
        List<UploadRecord> found = db.selectDistinct(Arrays.asList(UPLOAD.fields()))
                .on(UPLOAD.BATCH_ID)
                .from(UPLOAD)
                .where(UPLOAD.BATCH_ID.in(batches.stream().map(BatchId::value).toList()))
                .orderBy(UPLOAD.BATCH_ID, UPLOAD.UPLOADED_AT.desc(), UPLOAD.ID.desc())
                .fetchInto(UPLOAD);
        Map<UUID, List<UploadPart>> partsOf =
                parts.of(found.stream().map(UploadRecord::getId).toList());
        return found.stream()
                .map(r -> upload(r, partsOf.getOrDefault(r.getId(), List.of())))
                .collect(Collectors.toMap(upload -> upload.batch().value(), upload -> upload));
    }

    /** Those whose check was not finished, oldest first: after a kill they begin anew. */
    @Transactional(readOnly = true)
    List<UUID> unfinished() {
        return db.select(UPLOAD.ID)
                .from(UPLOAD)
                .where(UPLOAD.STATE.in(Upload.State.WAITING.name(), Upload.State.CHECKING.name()))
                .orderBy(UPLOAD.UPLOADED_AT)
                .fetch(UPLOAD.ID);
    }

    /** Photos and papers wait for the form that says whose they are. */
    void awaitForm(UUID id, Instant at) {
        db.update(UPLOAD)
                .set(UPLOAD.STATE, Upload.State.AWAITING_FORM.name())
                .set(UPLOAD.CHECKED_AT, time(at))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    /** More files have come to those that wait for the form. */
    void again(UUID id) {
        db.update(UPLOAD)
                .set(UPLOAD.STATE, Upload.State.WAITING.name())
                .setNull(UPLOAD.CHECKED_AT)
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void begin(UUID id) {
        db.update(UPLOAD)
                .set(UPLOAD.STATE, Upload.State.CHECKING.name())
                .setNull(UPLOAD.ROWS_TOTAL)
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void total(UUID id, int rows) {
        db.update(UPLOAD).set(UPLOAD.ROWS_TOTAL, rows).where(UPLOAD.ID.eq(id)).execute();
    }

    void checked(UUID id, BatchSummary summary, int skipped, Instant at, Duration took) {
        db.update(UPLOAD)
                .set(UPLOAD.STATE, Upload.State.CHECKED.name())
                .set(UPLOAD.CHECKED_AT, time(at))
                .set(UPLOAD.CHECK_MILLIS, took.toMillis())
                .set(UPLOAD.ROWS_TOTAL, summary.rows())
                .set(UPLOAD.SKIPPED, skipped)
                .set(UPLOAD.DECLARED_HEADS, summary.declaredHeads())
                .set(UPLOAD.FOUND_HEADS, summary.foundHeads())
                .set(UPLOAD.NOTICES_CIPHER, sealed.seal(summary.notices(), place(id)))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void refused(UUID id, Upload.State state, Upload.Refusal refusal, Instant at) {
        db.update(UPLOAD)
                .set(UPLOAD.STATE, state.name())
                .set(UPLOAD.CHECKED_AT, time(at))
                .set(UPLOAD.REFUSAL_CODE, refusal.code())
                .set(UPLOAD.REFUSAL_CIPHER, sealed.seal(refusal, place(id)))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    private Upload upload(UploadRecord r, List<UploadPart> files) {
        return new Upload(
                r.getId(),
                new BatchId(r.getBatchId()),
                files,
                Upload.State.valueOf(r.getState()),
                r.getUploadedAt().toInstant(),
                instant(r.getCheckedAt()),
                r.getCheckMillis(),
                r.getRowsTotal(),
                r.getFoundHeads() == null ? null : new Upload.Heads(r.getDeclaredHeads(), r.getFoundHeads()),
                r.getSkipped(),
                notices(r),
                r.getRefusalCipher() == null
                        ? null
                        : sealed.open(r.getRefusalCipher(), place(r.getId()), Upload.Refusal.class));
    }

    private List<Notice> notices(UploadRecord r) {
        String cipher = r.getNoticesCipher();
        return cipher == null ? List.of() : List.of(sealed.open(cipher, place(r.getId()), Notice[].class));
    }

    private static String place(UUID id) {
        return "upload:" + id;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
