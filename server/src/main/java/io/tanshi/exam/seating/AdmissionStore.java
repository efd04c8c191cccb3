package io.tanshi.exam.seating;

import static io.tanshi.exam.jooq.Tables.ADMISSION;
import static io.tanshi.exam.jooq.Tables.ADMISSION_HISTORY;
import static io.tanshi.exam.jooq.Tables.ROOM;
import static io.tanshi.exam.jooq.Tables.SITE;

import io.tanshi.audit.Actor;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.RoomId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored admissions and the history of each. */
@Repository
class AdmissionStore {

    private final DSLContext db;

    AdmissionStore(DSLContext db) {
        this.db = db;
    }

    Optional<Admission> find(AdmissionId id) {
        return select(ADMISSION.ID.eq(id.value())).fetchOptional(AdmissionStore::read);
    }

    Optional<Admission> find(PersonId person, SittingId sitting) {
        return select(ADMISSION.PERSON_ID.eq(person.value()).and(ADMISSION.SITTING_ID.eq(sitting.value())))
                .fetchOptional(AdmissionStore::read);
    }

    Optional<Admission> byTicket(String ticketNumber) {
        return select(ADMISSION.TICKET_NUMBER.eq(ticketNumber)).fetchOptional(AdmissionStore::read);
    }

    /** The latest first. */
    List<Admission> of(PersonId person) {
        return select(ADMISSION.PERSON_ID.eq(person.value()))
                .orderBy(ADMISSION.ADMITTED_AT.desc())
                .fetch(AdmissionStore::read);
    }

    /** By site, room and seat. */
    List<Admission> ofSitting(SittingId sitting) {
        return select(ADMISSION.SITTING_ID.eq(sitting.value()))
                .orderBy(SITE.NAME, ROOM.NAME, ADMISSION.SEAT)
                .fetch(AdmissionStore::read);
    }

    void add(Admission admission, Instant at) {
        db.insertInto(ADMISSION)
                .set(ADMISSION.ID, admission.id().value())
                .set(ADMISSION.SITTING_ID, admission.sittingId().value())
                .set(ADMISSION.PERSON_ID, admission.personId().value())
                .set(ADMISSION.LEVEL, admission.level().name())
                .set(ADMISSION.TICKET_NUMBER, admission.ticketNumber())
                .set(ADMISSION.ROOM_ID, admission.roomId().value())
                .set(ADMISSION.SEAT, admission.seat())
                .set(ADMISSION.STATE, admission.state().name())
                .set(ADMISSION.ADMITTED_AT, stored(at))
                .execute();
    }

    /** @return false when the admission is no longer in the state that the verb starts from */
    boolean enter(AdmissionId id, Instant at) {
        return db.update(ADMISSION)
                        .set(ADMISSION.STATE, AdmissionState.ENTERED.name())
                        .set(ADMISSION.ENTERED_AT, stored(at))
                        .where(ADMISSION.ID.eq(id.value()))
                        .and(ADMISSION.STATE.eq(AdmissionState.SEATED.name()))
                        .execute()
                == 1;
    }

    /** @return false when the candidate has entered meanwhile */
    boolean miss(AdmissionId id) {
        return db.update(ADMISSION)
                        .set(ADMISSION.STATE, AdmissionState.ABSENT.name())
                        .where(ADMISSION.ID.eq(id.value()))
                        .and(ADMISSION.STATE.eq(AdmissionState.SEATED.name()))
                        .execute()
                == 1;
    }

    void reseat(AdmissionId id, RoomId room, int seat) {
        db.update(ADMISSION)
                .set(ADMISSION.ROOM_ID, room.value())
                .set(ADMISSION.SEAT, seat)
                .where(ADMISSION.ID.eq(id.value()))
                .execute();
    }

    /** One line of an admission's history. */
    record Change(
            AdmissionVerb verb,
            @Nullable AdmissionState from,
            AdmissionState to,
            Instant at,
            Actor by,
            @Nullable String reason) {}

    void note(AdmissionId id, Change change) {
        AdmissionState from = change.from();
        db.insertInto(ADMISSION_HISTORY)
                .set(ADMISSION_HISTORY.ID, Ids.next())
                .set(ADMISSION_HISTORY.ADMISSION_ID, id.value())
                .set(ADMISSION_HISTORY.VERB, change.verb().name())
                .set(ADMISSION_HISTORY.FROM_STATE, from == null ? null : from.name())
                .set(ADMISSION_HISTORY.TO_STATE, change.to().name())
                .set(ADMISSION_HISTORY.AT, stored(change.at()))
                .set(ADMISSION_HISTORY.BY_ACCOUNT, change.by().id())
                .set(ADMISSION_HISTORY.BY_LABEL, change.by().label())
                .set(ADMISSION_HISTORY.REASON, change.reason())
                .execute();
    }

    private SelectConditionStep<? extends Record> select(Condition condition) {
        return db.select(ADMISSION.fields())
                .select(SITE.NAME, ROOM.NAME)
                .from(ADMISSION)
                .join(ROOM)
                .on(ROOM.ID.eq(ADMISSION.ROOM_ID))
                .join(SITE)
                .on(SITE.ID.eq(ROOM.SITE_ID))
                .where(condition);
    }

    private static Admission read(Record row) {
        return new Admission(
                new AdmissionId(row.get(ADMISSION.ID)),
                new PersonId(row.get(ADMISSION.PERSON_ID)),
                new SittingId(row.get(ADMISSION.SITTING_ID)),
                Level.valueOf(row.get(ADMISSION.LEVEL)),
                row.get(ADMISSION.TICKET_NUMBER),
                row.get(SITE.NAME),
                row.get(ROOM.NAME),
                new RoomId(row.get(ADMISSION.ROOM_ID)),
                row.get(ADMISSION.SEAT),
                AdmissionState.valueOf(row.get(ADMISSION.STATE)));
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
