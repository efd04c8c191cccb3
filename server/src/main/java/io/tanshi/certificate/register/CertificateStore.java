package io.tanshi.certificate.register;

import static io.tanshi.certificate.jooq.Tables.REGISTER_ENTRY;
import static io.tanshi.certificate.jooq.Tables.REGISTER_STEP;
import static io.tanshi.certificate.jooq.Tables.SEQUENCE;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.jooq.tables.records.RegisterEntryRecord;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The stored certificates with their history. */
@Repository
class CertificateStore {

    /** One line of the history as people read it. */
    record StoredStep(String verb, String after, String actor, String reason, Instant at) {}

    /** How many certificates of a sitting are in a status. */
    record Count(SittingId sitting, CertificateStatus status, int certificates) {}

    private final DSLContext db;
    private final CertificateRows rows;
    private final Clock clock;

    CertificateStore(DSLContext db, CertificateRows rows, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.clock = clock;
    }

    /** Adds one; false when this sitting and level of the person already have theirs. */
    boolean add(Certificate certificate) {
        RegisterEntryRecord row = rows.write(db.newRecord(REGISTER_ENTRY), certificate);
        row.setCreatedAt(now());
        row.setChangedAt(now());
        boolean added =
                db.insertInto(REGISTER_ENTRY).set(row).onConflictDoNothing().execute() == 1;
        if (added) {
            keepSteps(certificate);
        }
        return added;
    }

    void save(Certificate certificate) {
        RegisterEntryRecord row = rows.write(
                db.fetchSingle(
                        REGISTER_ENTRY,
                        REGISTER_ENTRY.ID.eq(certificate.basis().id().value())),
                certificate);
        row.setChangedAt(now());
        row.update();
        keepSteps(certificate);
    }

    private void keepSteps(Certificate certificate) {
        for (Certificate.Step step : certificate.steps()) {
            db.insertInto(REGISTER_STEP)
                    .set(REGISTER_STEP.ID, Ids.next())
                    .set(REGISTER_STEP.CERTIFICATE_ID, certificate.basis().id().value())
                    .set(REGISTER_STEP.VERB, step.verb().name())
                    .set(REGISTER_STEP.STATUS_BEFORE, step.before().name())
                    .set(REGISTER_STEP.STATUS_AFTER, step.after().name())
                    .set(REGISTER_STEP.ACTOR_LABEL, step.by().label())
                    .set(REGISTER_STEP.REASON, step.by().reason())
                    .set(REGISTER_STEP.AT, rows.moment(step.by().at()))
                    .execute();
        }
    }

    Optional<Certificate> find(CertificateId id) {
        return findBy(REGISTER_ENTRY.ID.eq(id.value()));
    }

    /** Loads one to change it; nobody else changes it before the transaction ends. */
    Optional<Certificate> take(CertificateId id) {
        return db.selectFrom(REGISTER_ENTRY)
                .where(REGISTER_ENTRY.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(rows::read);
    }

    Optional<Certificate> findByNumber(CertificateNumber number) {
        return findBy(REGISTER_ENTRY.NUMBER.eq(number.value()));
    }

    Optional<Certificate> findByToken(String token) {
        return findBy(REGISTER_ENTRY.TOKEN.eq(token));
    }

    Optional<Certificate> findByDocument(String sha256) {
        return findBy(REGISTER_ENTRY.FILE_SHA256.eq(sha256));
    }

    private Optional<Certificate> findBy(Condition condition) {
        return db.selectFrom(REGISTER_ENTRY).where(condition).fetchOptional(rows::read);
    }

    Optional<Certificate> first(PersonId person, SittingId sitting, Level level) {
        return findBy(REGISTER_ENTRY
                .PERSON_ID
                .eq(person.value())
                .and(REGISTER_ENTRY.SITTING_ID.eq(sitting.value()))
                .and(REGISTER_ENTRY.LEVEL.eq(level.name()))
                .and(REGISTER_ENTRY.REPLACES.isNull()));
    }

    /** Newest first. */
    List<Certificate> ofPerson(PersonId person) {
        return db.selectFrom(REGISTER_ENTRY)
                .where(REGISTER_ENTRY.PERSON_ID.eq(person.value()))
                .orderBy(REGISTER_ENTRY.ID.desc())
                .fetch(rows::read);
    }

    List<Certificate> ofSitting(SittingId sitting, Collection<CertificateStatus> statuses, int offset, int limit) {
        return db.selectFrom(REGISTER_ENTRY)
                .where(inSitting(sitting, statuses))
                .orderBy(REGISTER_ENTRY.LEVEL, REGISTER_ENTRY.NUMBER, REGISTER_ENTRY.ID)
                .offset(offset)
                .limit(limit)
                .fetch(rows::read);
    }

    int countOf(SittingId sitting, Collection<CertificateStatus> statuses) {
        return db.fetchCount(REGISTER_ENTRY, inSitting(sitting, statuses));
    }

    private static Condition inSitting(SittingId sitting, Collection<CertificateStatus> statuses) {
        List<String> names = statuses.stream().map(CertificateStatus::name).toList();
        return REGISTER_ENTRY.SITTING_ID.eq(sitting.value()).and(REGISTER_ENTRY.STATUS.in(names));
    }

    List<Count> counts() {
        return db.select(REGISTER_ENTRY.SITTING_ID, REGISTER_ENTRY.STATUS, DSL.count())
                .from(REGISTER_ENTRY)
                .groupBy(REGISTER_ENTRY.SITTING_ID, REGISTER_ENTRY.STATUS)
                .fetch(r -> new Count(new SittingId(r.value1()), CertificateStatus.valueOf(r.value2()), r.value3()));
    }

    /** The sittings of which at least one certificate was issued. */
    List<SittingId> sittingsWithIssued() {
        return db.selectDistinct(REGISTER_ENTRY.SITTING_ID)
                .from(REGISTER_ENTRY)
                .where(REGISTER_ENTRY.NUMBER.isNotNull())
                .fetch(r -> new SittingId(r.value1()));
    }

    List<StoredStep> history(CertificateId id) {
        return db.selectFrom(REGISTER_STEP)
                .where(REGISTER_STEP.CERTIFICATE_ID.eq(id.value()))
                .orderBy(REGISTER_STEP.AT, REGISTER_STEP.ID)
                .fetch(r -> new StoredStep(
                        Lifecycle.Verb.valueOf(r.getVerb()).label(),
                        CertificateStatus.valueOf(r.getStatusAfter()).label(),
                        r.getActorLabel(),
                        r.getReason() == null ? "" : r.getReason(),
                        r.getAt().toInstant()));
    }

    /** The next place in the numbers of a year and level; two that ask at once are served one after the other. */
    int nextInSequence(int year, Level level) {
        return db.insertInto(SEQUENCE)
                .set(SEQUENCE.YEAR, year)
                .set(SEQUENCE.LEVEL_DIGIT, level.digit())
                .set(SEQUENCE.LAST, 1)
                .onConflict(SEQUENCE.YEAR, SEQUENCE.LEVEL_DIGIT)
                .doUpdate()
                .set(SEQUENCE.LAST, SEQUENCE.LAST.plus(1))
                .returning(SEQUENCE.LAST)
                .fetchSingle()
                .getLast();
    }

    private OffsetDateTime now() {
        return rows.moment(clock.instant());
    }
}
