package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.ATTEMPT;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.jooq.tables.records.AttemptRecord;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.FormId;
import io.tanshi.files.FileId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored attempts. Whoever changes one locks it first, so that six hand-ins at once become one. */
@Repository
class AttemptBook {

    private final DSLContext db;

    AttemptBook(DSLContext db) {
        this.db = db;
    }

    Optional<Attempt> find(AttemptId id) {
        return one(ATTEMPT.ID.eq(id.value()));
    }

    Optional<Attempt> find(AdmissionId admission) {
        return one(ATTEMPT.ADMISSION_ID.eq(admission.value()));
    }

    List<Attempt> ofSitting(SittingId sitting) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.SITTING_ID.eq(sitting.value()))
                .orderBy(ATTEMPT.ENTERED_AT, ATTEMPT.ID)
                .fetch(AttemptBook::read);
    }

    /** Locks the attempt until the transaction ends. */
    Optional<Attempt> lock(AttemptId id) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(AttemptBook::read);
    }

    Optional<Attempt> lock(AdmissionId admission) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.ADMISSION_ID.eq(admission.value()))
                .forUpdate()
                .fetchOptional(AttemptBook::read);
    }

    int unfinished(SittingId sitting) {
        return db.fetchCount(ATTEMPT, ATTEMPT.SITTING_ID.eq(sitting.value()).and(unfinished()));
    }

    List<AttemptId> unfinishedOf(SittingId sitting) {
        return ids(ATTEMPT.SITTING_ID.eq(sitting.value()).and(unfinished()));
    }

    /** Attempts that wait although the bell has rung. */
    List<AttemptId> toOpen(Instant now) {
        return ids(ATTEMPT.STATE.eq(AttemptState.WAITING.name()).and(ATTEMPT.BELL.le(at(now))));
    }

    /** Attempts past their deadline; each one's own grace is still to be asked for. */
    List<AttemptId> pastDeadline(Instant now) {
        return ids(ATTEMPT.STATE.eq(AttemptState.OPEN.name()).and(ATTEMPT.DEADLINE.le(at(now))));
    }

    /** False when the person has an attempt at this sitting already. */
    boolean insert(Attempt attempt) {
        AttemptRecord row = db.newRecord(ATTEMPT);
        Attempt.Identity identity = attempt.identity();
        FileId photo = identity.photo();
        row.setId(identity.id().value());
        row.setAdmissionId(identity.admissionId().value());
        row.setSittingId(identity.sittingId().value());
        row.setFormId(identity.formId().value());
        row.setLevel(identity.level().name());
        row.setPhotoFile(photo == null ? null : photo.value());
        row.setSeed(identity.seed());
        row.setEnteredAt(at(identity.enteredAt()));
        copyState(attempt, row);
        return db.insertInto(ATTEMPT).set(row).onConflictDoNothing().execute() == 1;
    }

    void update(Attempt attempt) {
        AttemptRecord row = db.newRecord(ATTEMPT);
        copyState(attempt, row);
        db.update(ATTEMPT).set(row).where(ATTEMPT.ID.eq(attempt.id().value())).execute();
    }

    /** Moves the head of the log alone: the write of every save. */
    void advance(Attempt attempt) {
        Attempt.Head head = attempt.head();
        db.update(ATTEMPT)
                .set(ATTEMPT.LAST_SEQ, head.seq())
                .set(ATTEMPT.LAST_HASH, head.hash())
                .set(ATTEMPT.LAST_SAVED_AT, atOrNull(head.savedAt()))
                .where(ATTEMPT.ID.eq(attempt.id().value()))
                .execute();
    }

    private static void copyState(Attempt attempt, AttemptRecord row) {
        ExamTime time = attempt.time();
        row.setState(attempt.state().name());
        row.setSessionNumber(attempt.session());
        row.setBell(at(time.bell()));
        row.setDurationSeconds((int) time.duration().toSeconds());
        row.setEarliestHandInSeconds((int) time.earliestHandIn().toSeconds());
        row.setGraceSeconds((int) time.grace().toSeconds());
        row.setExtraSeconds((int) time.extra().toSeconds());
        row.setPausedSeconds(time.paused().toSeconds());
        row.setPausedAt(atOrNull(time.pausedAt()));
        row.setDeadline(at(time.settledDeadline()));
        row.setOpenedAt(atOrNull(attempt.openedAt()));
        row.setLastSeq(attempt.head().seq());
        row.setLastHash(attempt.head().hash());
        row.setLastSavedAt(atOrNull(attempt.head().savedAt()));
        Attempt.Submission end = attempt.submission();
        row.setSubmittedAt(end == null ? null : at(end.at()));
        row.setSubmittedBy(end == null ? null : end.by().name());
        row.setReceiptNumber(end == null ? null : end.receiptNumber());
    }

    private static Attempt read(AttemptRecord row) {
        UUID photo = row.getPhotoFile();
        Attempt.Identity identity = new Attempt.Identity(
                new AttemptId(row.getId()),
                new AdmissionId(row.getAdmissionId()),
                new SittingId(row.getSittingId()),
                new FormId(row.getFormId()),
                Level.valueOf(row.getLevel()),
                photo == null ? null : new FileId(photo),
                row.getSeed(),
                row.getEnteredAt().toInstant());
        return new Attempt(
                identity,
                AttemptState.valueOf(row.getState()),
                row.getSessionNumber(),
                time(row),
                instantOrNull(row.getOpenedAt()),
                new Attempt.Head(row.getLastSeq(), row.getLastHash(), instantOrNull(row.getLastSavedAt())),
                submission(row));
    }

    private static ExamTime time(AttemptRecord row) {
        return new ExamTime(
                row.getBell().toInstant(),
                Duration.ofSeconds(row.getDurationSeconds()),
                Duration.ofSeconds(row.getEarliestHandInSeconds()),
                Duration.ofSeconds(row.getGraceSeconds()),
                Duration.ofSeconds(row.getExtraSeconds()),
                Duration.ofSeconds(row.getPausedSeconds()),
                instantOrNull(row.getPausedAt()));
    }

    private static Attempt.@Nullable Submission submission(AttemptRecord row) {
        OffsetDateTime at = row.getSubmittedAt();
        return at == null
                ? null
                : new Attempt.Submission(
                        at.toInstant(), Submitter.valueOf(row.getSubmittedBy()), row.getReceiptNumber());
    }

    private Optional<Attempt> one(Condition condition) {
        return db.selectFrom(ATTEMPT).where(condition).fetchOptional(AttemptBook::read);
    }

    private List<AttemptId> ids(Condition condition) {
        return db.select(ATTEMPT.ID).from(ATTEMPT).where(condition).fetch(r -> new AttemptId(r.value1()));
    }

    private static Condition unfinished() {
        return ATTEMPT.STATE.in(AttemptState.WAITING.name(), AttemptState.OPEN.name(), AttemptState.PAUSED.name());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
