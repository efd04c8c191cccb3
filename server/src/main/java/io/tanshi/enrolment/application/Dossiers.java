package io.tanshi.enrolment.application;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_STEP;
import static io.tanshi.enrolment.jooq.Tables.RETURN_NOTE;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.jooq.tables.records.ApplicationDocumentRecord;
import io.tanshi.enrolment.jooq.tables.records.ApplicationRecord;
import io.tanshi.enrolment.jooq.tables.records.ApplicationStepRecord;
import io.tanshi.files.FileId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads applications with their papers and history. Who may see them is decided by the caller. */
@Repository
@Transactional(readOnly = true)
public class Dossiers {

    /** A note of a return with whether the institution has answered it. */
    public record Note(UUID step, ReturnNote note, boolean answered) {}

    private static final int FEW = 200;

    private static final List<String> LIVE = EnumSet.allOf(ApplicationState.class).stream()
            .filter(ApplicationState::isLive)
            .map(Enum::name)
            .toList();

    private final DSLContext db;
    private final Sealed sealed;

    Dossiers(DSLContext db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    public Optional<Dossier> find(ApplicationId id) {
        return list(APPLICATION.ID.eq(id.value())).stream().findFirst();
    }

    /** The given ones, in the given order; unknown ids are left out. */
    public List<Dossier> of(List<UUID> ids) {
        Map<UUID, Dossier> found = list(APPLICATION.ID.in(ids)).stream()
                .collect(Collectors.toMap(dossier -> dossier.id().value(), dossier -> dossier));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** An institution's applications of a sitting, in the order of their rows. */
    public List<Dossier> ofInstitution(InstitutionId institution, SittingId sitting, Set<ApplicationState> states) {
        return list(APPLICATION
                .INSTITUTION_ID
                .eq(institution.value())
                .and(APPLICATION.SITTING_ID.eq(sitting.value()))
                .and(APPLICATION.STATE.in(states.stream().map(Enum::name).toList())));
    }

    /** Shows every application of a sitting, a few at a time. */
    public void each(SittingId sitting, Consumer<Dossier> look) {
        try (var rows = db.selectFrom(APPLICATION)
                .where(APPLICATION.SITTING_ID.eq(sitting.value()))
                .orderBy(APPLICATION.CREATED_AT, APPLICATION.ID)
                .fetchSize(FEW)
                .fetchLazy()) {
            rows.forEach(row -> look.accept(dossier(row)));
        }
    }

    /** Every application of a person, newest first. */
    public List<Dossier> ofPerson(PersonId person) {
        return list(APPLICATION.PERSON_ID.eq(person.value())).reversed();
    }

    /** The application that keeps this number from being registered again for the sitting. */
    public Optional<Dossier> live(SittingId sitting, String documentNumber) {
        return Optional.ofNullable(live(sitting, List.of(documentNumber)).get(documentNumber));
    }

    /** The same for many numbers with one question; those that nothing keeps are left out. */
    public Map<String, Dossier> live(SittingId sitting, Collection<String> documentNumbers) {
        Map<ByteBuffer, String> numbers = new HashMap<>();
        documentNumbers.forEach(number -> numbers.put(ByteBuffer.wrap(sealed.index(number)), number));
        Map<String, Dossier> found = new HashMap<>();
        db.selectFrom(APPLICATION)
                .where(APPLICATION.SITTING_ID.eq(sitting.value()))
                .and(APPLICATION.DOCUMENT_INDEX.in(
                        numbers.keySet().stream().map(ByteBuffer::array).toList()))
                .and(APPLICATION.STATE.in(LIVE))
                .forEach(r -> found.put(
                        Objects.requireNonNull(numbers.get(ByteBuffer.wrap(r.getDocumentIndex()))), dossier(r)));
        return found;
    }

    private List<Dossier> list(Condition condition) {
        return db.selectFrom(APPLICATION)
                .where(condition)
                .orderBy(APPLICATION.CREATED_AT, APPLICATION.ID)
                .fetch(this::dossier);
    }

    /** The papers in force, by kind. */
    public Map<DocumentKind, Document> documents(ApplicationId id) {
        return documents(List.of(id.value())).getOrDefault(id.value(), Map.of());
    }

    /** The papers in force of many applications. */
    public Map<UUID, Map<DocumentKind, Document>> documents(Collection<UUID> ids) {
        Map<UUID, Map<DocumentKind, Document>> all = new LinkedHashMap<>();
        db.selectFrom(APPLICATION_DOCUMENT)
                .where(APPLICATION_DOCUMENT.APPLICATION_ID.in(ids))
                .and(APPLICATION_DOCUMENT.REPLACED_AT.isNull())
                .forEach(r -> all.computeIfAbsent(r.getApplicationId(), _ -> new LinkedHashMap<>())
                        .put(DocumentKind.valueOf(r.getKind()), document(r)));
        return all;
    }

    /** The history, oldest first. */
    public List<Step> steps(ApplicationId id) {
        return db.selectFrom(APPLICATION_STEP)
                .where(APPLICATION_STEP.APPLICATION_ID.eq(id.value()))
                .orderBy(APPLICATION_STEP.AT, APPLICATION_STEP.ID)
                .fetch(this::step);
    }

    /** What reviewers asked for, by application, oldest first. */
    public Map<UUID, List<Note>> notes(Collection<UUID> ids) {
        return db.selectFrom(RETURN_NOTE).where(RETURN_NOTE.APPLICATION_ID.in(ids)).fetch().stream()
                .sorted(Comparator.comparing(r -> r.getId()))
                .collect(Collectors.groupingBy(
                        r -> r.getApplicationId(),
                        Collectors.mapping(
                                r -> new Note(
                                        r.getStepId(),
                                        new ReturnNote(
                                                DocumentKind.valueOf(r.getKind()),
                                                ReturnReason.valueOf(r.getReason()),
                                                sealed.open(r.getWordsCipher(), place(r.getId()), String.class)),
                                        r.getAnsweredAt() != null),
                                Collectors.toList())));
    }

    /** How often each reason was given to an institution in a sitting, the most frequent first. */
    public Map<ReturnReason, Integer> reasons(InstitutionId institution, SittingId sitting) {
        Map<ReturnReason, Integer> counts = new LinkedHashMap<>();
        db.select(RETURN_NOTE.REASON, DSL.count())
                .from(RETURN_NOTE)
                .join(APPLICATION)
                .on(APPLICATION.ID.eq(RETURN_NOTE.APPLICATION_ID))
                .where(APPLICATION.INSTITUTION_ID.eq(institution.value()))
                .and(APPLICATION.SITTING_ID.eq(sitting.value()))
                .groupBy(RETURN_NOTE.REASON)
                .orderBy(DSL.count().desc(), RETURN_NOTE.REASON)
                .forEach(r -> counts.put(ReturnReason.valueOf(r.value1()), r.value2()));
        return counts;
    }

    Dossier dossier(ApplicationRecord r) {
        Long remaining = r.getRemainingSeconds();
        return new Dossier(
                new ApplicationId(r.getId()),
                new InstitutionId(r.getInstitutionId()),
                new SittingId(r.getSittingId()),
                new BatchId(r.getBatchId()),
                new PersonId(r.getPersonId()),
                Level.valueOf(r.getLevel()),
                ApplicationState.valueOf(r.getState()),
                new ReviewClock(
                        instant(r.getDueAt()),
                        r.getDueProvisional(),
                        remaining == null ? null : Duration.ofSeconds(remaining)),
                instant(r.getSubmittedAt()),
                instant(r.getDecidedAt()),
                sealed.open(r.getDataCipher(), place(r.getId()), Registration.class),
                r.getRuleSet(),
                Verdict.valueOf(r.getVerdict()),
                r.getClause(),
                r.getVersion());
    }

    private Step step(ApplicationStepRecord r) {
        String words = r.getWordsCipher();
        return new Step(
                r.getId(),
                Verb.valueOf(r.getVerb()),
                ApplicationState.valueOf(r.getFromState()),
                ApplicationState.valueOf(r.getToState()),
                r.getAt().toInstant(),
                r.getActor(),
                words == null ? null : sealed.open(words, place(r.getId()), String.class));
    }

    private static Document document(ApplicationDocumentRecord r) {
        return new Document(
                DocumentKind.valueOf(r.getKind()),
                new FileId(r.getFileId()),
                r.getSha256(),
                r.getMediaType(),
                r.getSize());
    }

    static String place(UUID id) {
        return "application:" + id;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
