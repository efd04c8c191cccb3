package io.tanshi.exam.seating;

import static io.tanshi.exam.jooq.Tables.ADMISSION;
import static io.tanshi.exam.jooq.Tables.CANDIDACY;

import io.tanshi.exam.jooq.tables.records.CandidacyRecord;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The stored candidacies. */
@Repository
class CandidacyStore {

    private final DSLContext db;

    CandidacyStore(DSLContext db) {
        this.db = db;
    }

    /** Adds what was heard; the first telling stands. */
    void add(Candidacy candidacy) {
        db.insertInto(CANDIDACY)
                .set(CANDIDACY.SITTING_ID, candidacy.sittingId().value())
                .set(CANDIDACY.PERSON_ID, candidacy.personId().value())
                .set(CANDIDACY.LEVEL, candidacy.level().name())
                .set(CANDIDACY.REQUIREMENT_MET_AT, candidacy.requirementMetAt().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    Optional<Candidacy> find(PersonId person, SittingId sitting) {
        return db.selectFrom(CANDIDACY)
                .where(CANDIDACY.PERSON_ID.eq(person.value()))
                .and(CANDIDACY.SITTING_ID.eq(sitting.value()))
                .fetchOptional(CandidacyStore::read);
    }

    /** The latest first. */
    List<Candidacy> of(PersonId person) {
        return db.selectFrom(CANDIDACY)
                .where(CANDIDACY.PERSON_ID.eq(person.value()))
                .orderBy(CANDIDACY.REQUIREMENT_MET_AT.desc())
                .fetch(CandidacyStore::read);
    }

    void approve(Candidacy candidacy, InstitutionId institution) {
        db.update(CANDIDACY)
                .set(CANDIDACY.INSTITUTION_ID, institution.value())
                .where(CANDIDACY.PERSON_ID.eq(candidacy.personId().value()))
                .and(CANDIDACY.SITTING_ID.eq(candidacy.sittingId().value()))
                .execute();
    }

    /** Approved and without a seat, in the order in which they fulfilled the requirement. */
    List<Candidacy> waiting(SittingId sitting) {
        return db.selectFrom(CANDIDACY)
                .where(CANDIDACY.SITTING_ID.eq(sitting.value()))
                .and(CANDIDACY.INSTITUTION_ID.isNotNull())
                .andNotExists(DSL.selectOne()
                        .from(ADMISSION)
                        .where(ADMISSION.SITTING_ID.eq(CANDIDACY.SITTING_ID))
                        .and(ADMISSION.PERSON_ID.eq(CANDIDACY.PERSON_ID)))
                .orderBy(CANDIDACY.REQUIREMENT_MET_AT, CANDIDACY.PERSON_ID)
                .fetch(CandidacyStore::read);
    }

    /** Through which institution each person of a sitting comes, as far as it is known. */
    Map<PersonId, InstitutionId> institutions(SittingId sitting) {
        Map<PersonId, InstitutionId> known = new HashMap<>();
        db.selectFrom(CANDIDACY)
                .where(CANDIDACY.SITTING_ID.eq(sitting.value()))
                .and(CANDIDACY.INSTITUTION_ID.isNotNull())
                .forEach(row -> known.put(new PersonId(row.getPersonId()), new InstitutionId(row.getInstitutionId())));
        return known;
    }

    private static Candidacy read(CandidacyRecord row) {
        UUID institution = row.getInstitutionId();
        return new Candidacy(
                new SittingId(row.getSittingId()),
                new PersonId(row.getPersonId()),
                Level.valueOf(row.getLevel()),
                row.getRequirementMetAt().toInstant(),
                institution == null ? null : new InstitutionId(institution));
    }
}
