package io.tanshi.enrolment.application;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_STEP;
import static io.tanshi.enrolment.jooq.Tables.PRECEDENT;
import static io.tanshi.enrolment.jooq.Tables.RETURN_NOTE;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.jooq.tables.records.ApplicationRecord;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores applications and publishes their events in the same transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ApplicationStore {

    /** The data an application rests on, with what the rules say about it. */
    record Contents(
            Registration registration,
            String ruleSet,
            Verdict verdict,
            @Nullable Integer clause) {}

    private final DSLContext db;
    private final Sealed sealed;
    private final ApplicationEventPublisher events;

    ApplicationStore(DSLContext db, Sealed sealed, ApplicationEventPublisher events) {
        this.db = db;
        this.sealed = sealed;
        this.events = events;
    }

    void insert(Application application, Contents contents, Instant at) {
        ApplicationRecord row = db.newRecord(APPLICATION);
        row.setId(application.subject().id().value());
        row.setInstitutionId(application.subject().institution().value());
        row.setSittingId(application.subject().sitting().value());
        row.setBatchId(application.subject().batch().value());
        row.setCreatedAt(time(at));
        row.setVersion(1);
        write(row, application, contents);
        row.insert();
        afterwards(application);
    }

    /** @throws Problem when somebody else stored it since {@code application} was read */
    void update(Application application, Contents contents) {
        ApplicationRecord row = db.newRecord(APPLICATION);
        row.setVersion(application.standing().version() + 1);
        write(row, application, contents);
        int updated = db.update(APPLICATION)
                .set(row)
                .where(APPLICATION.ID.eq(application.subject().id().value()))
                .and(APPLICATION.VERSION.eq(application.standing().version()))
                .execute();
        if (updated == 0) {
            throw changedMeanwhile();
        }
        afterwards(application);
    }

    static Problem changedMeanwhile() {
        return Problem.of(EnrolmentError.DECIDED_MEANWHILE, "这份报名刚刚被他人处理，你的决定没有写入。你填写的文字仍在本页，请刷新查看最新状态。");
    }

    private void write(ApplicationRecord row, Application application, Contents contents) {
        Application.Standing standing = application.standing();
        Registration registration = contents.registration();
        row.setPersonId(application.subject().person().value());
        row.setLevel(application.subject().level().name());
        row.setState(standing.state().name());
        row.setDocumentIndex(sealed.index(registration.documentNumber()));
        row.setTailIndex(Numbers.tail(registration.documentNumber())
                .map(sealed::tailIndex)
                .orElse(null));
        row.setDataCipher(sealed.seal(
                registration, Dossiers.place(application.subject().id().value())));
        row.setRuleSet(contents.ruleSet());
        row.setVerdict(contents.verdict().name());
        row.setClause(contents.clause());
        row.setSubmittedAt(time(standing.submittedAt()));
        row.setDecidedAt(time(standing.decidedAt()));
        row.setDueAt(time(standing.clock().dueAt()));
        row.setDueProvisional(standing.clock().provisional());
        Duration remaining = standing.clock().remaining();
        row.setRemainingSeconds(remaining == null ? null : remaining.toSeconds());
    }

    private void afterwards(Application application) {
        UUID id = application.subject().id().value();
        for (Step step : application.newSteps()) {
            String words = step.words();
            db.insertInto(APPLICATION_STEP)
                    .set(APPLICATION_STEP.ID, step.id())
                    .set(APPLICATION_STEP.APPLICATION_ID, id)
                    .set(APPLICATION_STEP.VERB, step.verb().name())
                    .set(APPLICATION_STEP.FROM_STATE, step.from().name())
                    .set(APPLICATION_STEP.TO_STATE, step.to().name())
                    .set(APPLICATION_STEP.AT, time(step.at()))
                    .set(APPLICATION_STEP.ACTOR, step.actor())
                    .set(
                            APPLICATION_STEP.WORDS_CIPHER,
                            words == null ? null : sealed.seal(words, Dossiers.place(step.id())))
                    .execute();
        }
        application.events().forEach(events::publishEvent);
    }

    /** Adds papers; one of a kind that is there already takes its place, the old one stays in the history. */
    void put(ApplicationId id, Collection<Document> documents, Instant at) {
        for (Document document : documents) {
            db.update(APPLICATION_DOCUMENT)
                    .set(APPLICATION_DOCUMENT.REPLACED_AT, time(at))
                    .where(APPLICATION_DOCUMENT.APPLICATION_ID.eq(id.value()))
                    .and(APPLICATION_DOCUMENT.KIND.eq(document.kind().name()))
                    .and(APPLICATION_DOCUMENT.REPLACED_AT.isNull())
                    .execute();
        }
        db.batchInsert(documents.stream()
                        .map(document -> {
                            var row = db.newRecord(APPLICATION_DOCUMENT);
                            row.setId(Ids.next());
                            row.setApplicationId(id.value());
                            row.setKind(document.kind().name());
                            row.setFileId(document.fileId().value());
                            row.setSha256(document.sha256());
                            row.setMediaType(document.mediaType());
                            row.setSize(document.size());
                            row.setAddedAt(time(at));
                            return row;
                        })
                        .toList())
                .execute();
    }

    void addNotes(ApplicationId id, Step step, List<ReturnNote> notes) {
        for (ReturnNote note : notes) {
            UUID key = Ids.next();
            db.insertInto(RETURN_NOTE)
                    .set(RETURN_NOTE.ID, key)
                    .set(RETURN_NOTE.APPLICATION_ID, id.value())
                    .set(RETURN_NOTE.STEP_ID, step.id())
                    .set(RETURN_NOTE.KIND, note.kind().name())
                    .set(RETURN_NOTE.REASON, note.reason().name())
                    .set(RETURN_NOTE.WORDS_CIPHER, sealed.seal(note.words(), Dossiers.place(key)))
                    .execute();
        }
    }

    void answerNotes(ApplicationId id, Instant at) {
        db.update(RETURN_NOTE)
                .set(RETURN_NOTE.ANSWERED_AT, time(at))
                .where(RETURN_NOTE.APPLICATION_ID.eq(id.value()))
                .and(RETURN_NOTE.ANSWERED_AT.isNull())
                .execute();
    }

    void addPrecedent(Dossier dossier, Ruling ruling, String by, Instant at) {
        db.insertInto(PRECEDENT)
                .set(PRECEDENT.ID, Ids.next())
                .set(PRECEDENT.APPLICATION_ID, dossier.id().value())
                .set(PRECEDENT.RULE_SET, dossier.ruleSet())
                .set(PRECEDENT.LEVEL, dossier.level().name())
                .set(PRECEDENT.CLAUSE, ruling.clause())
                .set(PRECEDENT.SUBJECT, ruling.subject())
                .set(PRECEDENT.REASON, ruling.reason())
                .set(PRECEDENT.DECIDED_AT, time(at))
                .set(PRECEDENT.DECIDED_BY, by)
                .execute();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
