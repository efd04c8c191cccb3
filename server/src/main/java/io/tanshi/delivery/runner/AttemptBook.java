package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.ANSWER_LOG;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored attempts. They are changed in their turns only, see {@link LiveAttempts}. */
@Repository
class AttemptBook {

    // The last entry of the log.
    private static final Field<Long> SEQ = DSL.field(DSL.name("head", "client_seq"), Long.class);
    private static final Field<byte[]> HASH = DSL.field(DSL.name("head", "hash"), byte[].class);
    private static final Field<OffsetDateTime> SAVED_AT =
            DSL.field(DSL.name("head", "received_at"), OffsetDateTime.class);

    // PostgreSQL takes 65,535 parameters, a row here has about twenty.
    private static final int ROWS_AT_ONCE = 500;

    private final DSLContext db;

    AttemptBook(DSLContext db) {
        this.db = db;
    }

    Optional<Attempt> find(AttemptId id) {
        return select(ATTEMPT.ID.eq(id.value())).fetchOptional(AttemptBook::read);
    }

    Optional<Attempt> find(AdmissionId admission) {
        return select(ATTEMPT.ADMISSION_ID.eq(admission.value()).and(hasCome())).fetchOptional(AttemptBook::read);
    }

    Optional<Attempt> findByReceipt(String number) {
        return select(ATTEMPT.RECEIPT_NUMBER.eq(number)).fetchOptional(AttemptBook::read);
    }

    /** Also of a candidate who has not come yet. */
    Optional<AttemptId> idOf(AdmissionId admission) {
        return db.select(ATTEMPT.ID)
                .from(ATTEMPT)
                .where(ATTEMPT.ADMISSION_ID.eq(admission.value()))
                .fetchOptional(row -> new AttemptId(row.value1()));
    }

    /** Of everyone who has come. */
    List<Attempt> ofSitting(SittingId sitting) {
        return select(ATTEMPT.SITTING_ID.eq(sitting.value()).and(hasCome()))
                .orderBy(ATTEMPT.ENTERED_AT, ATTEMPT.ID)
                .fetch(AttemptBook::read);
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return db.select(ATTEMPT.fields())
                .select(SEQ, HASH, SAVED_AT)
                .from(ATTEMPT)
                .leftJoin(DSL.lateral(db.select(ANSWER_LOG.CLIENT_SEQ, ANSWER_LOG.HASH, ANSWER_LOG.RECEIVED_AT)
                        .from(ANSWER_LOG)
                        .where(ANSWER_LOG.ATTEMPT_ID.eq(ATTEMPT.ID))
                        .orderBy(ANSWER_LOG.CLIENT_SEQ.desc())
                        .limit(1)
                        .asTable("head")))
                .on(DSL.trueCondition())
                .where(condition);
    }

    private static Condition hasCome() {
        return ATTEMPT.ENTERED_AT.isNotNull();
    }

    int unfinished(SittingId sitting) {
        return db.fetchCount(ATTEMPT, ATTEMPT.SITTING_ID.eq(sitting.value()).and(unfinished()));
    }

    List<AttemptId> unfinishedOf(SittingId sitting) {
        return ids(ATTEMPT.SITTING_ID.eq(sitting.value()).and(unfinished()));
    }

    /** Opens what waits although the bell has rung; who enters later is opened at the door. */
    List<AttemptId> open(Instant now) {
        return db.update(ATTEMPT)
                .set(ATTEMPT.STATE, AttemptState.OPEN.name())
                .set(ATTEMPT.OPENED_AT, at(now))
                .where(ATTEMPT.STATE.eq(AttemptState.WAITING.name()))
                .and(hasCome())
                .and(ATTEMPT.BELL.le(at(now)))
                .returningResult(ATTEMPT.ID)
                .fetch(row -> new AttemptId(row.value1()));
    }

    /** Attempts past their deadline; each one's own grace is still to be asked for. */
    List<AttemptId> pastDeadline(Instant now) {
        return ids(ATTEMPT.STATE.eq(AttemptState.OPEN.name()).and(ATTEMPT.DEADLINE.le(at(now))));
    }

    /** Leaves out who has an attempt at this sitting already. */
    void insert(Collection<Attempt> attempts) {
        List<AttemptRecord> rows = attempts.stream().map(this::row).toList();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            db.insertInto(ATTEMPT)
                    .set(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private AttemptRecord row(Attempt attempt) {
        AttemptRecord row = db.newRecord(ATTEMPT);
        Attempt.Identity identity = attempt.identity();
        row.setId(identity.id().value());
        row.setAdmissionId(identity.admissionId().value());
        row.setSittingId(identity.sittingId().value());
        row.setLevel(identity.level().name());
        row.setSeed(identity.seed());
        copyState(attempt, row);
        return row;
    }

    void update(Attempt attempt) {
        AttemptRecord row = db.newRecord(ATTEMPT);
        copyState(attempt, row);
        db.update(ATTEMPT).set(row).where(ATTEMPT.ID.eq(attempt.id().value())).execute();
    }

    private static void copyState(Attempt attempt, AttemptRecord row) {
        ExamTime time = attempt.time();
        FileId photo = attempt.identity().photo();
        row.setFormId(attempt.identity().formId().value());
        row.setPhotoFile(photo == null ? null : photo.value());
        row.setEnteredAt(atOrNull(attempt.enteredAt()));
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
        Attempt.Submission end = attempt.submission();
        row.setSubmittedAt(end == null ? null : at(end.at()));
        row.setSubmittedBy(end == null ? null : end.by().name());
        row.setReceiptNumber(end == null ? null : end.receiptNumber());
    }

    private static Attempt read(Record joined) {
        AttemptRecord row = joined.into(ATTEMPT);
        AttemptId id = new AttemptId(row.getId());
        UUID photo = row.getPhotoFile();
        Attempt.Identity identity = new Attempt.Identity(
                id,
                new AdmissionId(row.getAdmissionId()),
                new SittingId(row.getSittingId()),
                new FormId(row.getFormId()),
                Level.valueOf(row.getLevel()),
                photo == null ? null : new FileId(photo),
                row.getSeed());
        return new Attempt(
                identity,
                AttemptState.valueOf(row.getState()),
                row.getSessionNumber(),
                time(row),
                instantOrNull(row.getEnteredAt()),
                instantOrNull(row.getOpenedAt()),
                head(id, joined),
                submission(row));
    }

    private static Attempt.Head head(AttemptId id, Record joined) {
        Long seq = joined.get(SEQ);
        return seq == null
                ? new Attempt.Head(0, Chain.start(id), null)
                : new Attempt.Head(seq, joined.get(HASH), instantOrNull(joined.get(SAVED_AT)));
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

    private List<AttemptId> ids(Condition condition) {
        return db.select(ATTEMPT.ID).from(ATTEMPT).where(condition).fetch(r -> new AttemptId(r.value1()));
    }

    private static Condition unfinished() {
        return hasCome()
                .and(ATTEMPT.STATE.in(
                        AttemptState.WAITING.name(), AttemptState.OPEN.name(), AttemptState.PAUSED.name()));
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
