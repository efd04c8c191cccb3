package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.MACHINE;
import static io.tanshi.delivery.jooq.Tables.MACHINE_POLICY;
import static io.tanshi.delivery.jooq.Tables.MACHINE_REQUEST;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.jooq.tables.records.MachineRequestRecord;
import io.tanshi.kernel.Ids;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored machines, and what was asked and decided about them. */
@Repository
class MachineBook {

    private final DSLContext db;

    MachineBook(DSLContext db) {
        this.db = db;
    }

    enum State {
        ASKED,
        RELEASED,
        REFUSED,
        USED
    }

    /** @param reason of the decision; empty while there is none */
    record Request(
            UUID id,
            AttemptId attempt,
            SittingId sitting,
            Machine machine,
            Instant askedAt,
            State state,
            @Nullable Instant decidedAt,
            String reason) {}

    boolean sits(AttemptId attempt, Machine machine) {
        return db.fetchExists(
                MACHINE, MACHINE.ATTEMPT_ID.eq(attempt.value()).and(MACHINE.MACHINE_HASH.eq(machine.hash())));
    }

    void sit(AttemptId attempt, Machine machine, Instant now) {
        db.insertInto(MACHINE)
                .set(MACHINE.ATTEMPT_ID, attempt.value())
                .set(MACHINE.MACHINE_HASH, machine.hash())
                .set(MACHINE.SINCE, AttemptBook.at(now))
                .onConflict(MACHINE.ATTEMPT_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    Optional<Request> latest(AttemptId attempt, Machine machine) {
        return db.selectFrom(MACHINE_REQUEST)
                .where(MACHINE_REQUEST.ATTEMPT_ID.eq(attempt.value()))
                .and(MACHINE_REQUEST.MACHINE_HASH.eq(machine.hash()))
                .orderBy(MACHINE_REQUEST.ASKED_AT.desc(), MACHINE_REQUEST.ID.desc())
                .limit(1)
                .fetchOptional(MachineBook::read);
    }

    Optional<Request> find(UUID id) {
        return db.selectFrom(MACHINE_REQUEST).where(MACHINE_REQUEST.ID.eq(id)).fetchOptional(MachineBook::read);
    }

    /** Of whom is waiting at a screen that was heard since then, in the order in which they asked. */
    List<Request> waiting(SittingId sitting, Instant heardSince) {
        return db.selectFrom(MACHINE_REQUEST)
                .where(MACHINE_REQUEST.SITTING_ID.eq(sitting.value()))
                .and(MACHINE_REQUEST.STATE.eq(State.ASKED.name()))
                .and(MACHINE_REQUEST.HEARD_AT.ge(AttemptBook.at(heardSince)))
                .orderBy(MACHINE_REQUEST.ASKED_AT)
                .fetch(MachineBook::read);
    }

    /** False when the same machine has just asked. */
    boolean ask(AttemptId attempt, SittingId sitting, Machine machine, Instant now) {
        return db.insertInto(MACHINE_REQUEST)
                        .set(MACHINE_REQUEST.ID, Ids.next())
                        .set(MACHINE_REQUEST.ATTEMPT_ID, attempt.value())
                        .set(MACHINE_REQUEST.SITTING_ID, sitting.value())
                        .set(MACHINE_REQUEST.MACHINE_HASH, machine.hash())
                        .set(MACHINE_REQUEST.LABEL, machine.label())
                        .set(MACHINE_REQUEST.ASKED_AT, AttemptBook.at(now))
                        .set(MACHINE_REQUEST.HEARD_AT, AttemptBook.at(now))
                        .set(MACHINE_REQUEST.STATE, State.ASKED.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void heard(UUID request, Instant now) {
        db.update(MACHINE_REQUEST)
                .set(MACHINE_REQUEST.HEARD_AT, AttemptBook.at(now))
                .where(MACHINE_REQUEST.ID.eq(request))
                .execute();
    }

    /** False when it was decided before. */
    boolean decide(UUID request, State state, String reason, Actor by, Instant now) {
        return db.update(MACHINE_REQUEST)
                        .set(MACHINE_REQUEST.STATE, state.name())
                        .set(MACHINE_REQUEST.REASON, reason)
                        .set(MACHINE_REQUEST.DECIDED_AT, AttemptBook.at(now))
                        .set(MACHINE_REQUEST.DECIDED_BY_LABEL, by.label())
                        .where(MACHINE_REQUEST.ID.eq(request))
                        .and(MACHINE_REQUEST.STATE.eq(State.ASKED.name()))
                        .execute()
                == 1;
    }

    /** A release lets in once. */
    void use(AttemptId attempt, Machine machine) {
        db.update(MACHINE_REQUEST)
                .set(MACHINE_REQUEST.STATE, State.USED.name())
                .where(MACHINE_REQUEST.ATTEMPT_ID.eq(attempt.value()))
                .and(MACHINE_REQUEST.MACHINE_HASH.eq(machine.hash()))
                .and(MACHINE_REQUEST.STATE.eq(State.RELEASED.name()))
                .execute();
    }

    boolean silentMayMove(SittingId sitting) {
        return db.fetchExists(
                MACHINE_POLICY, MACHINE_POLICY.ID.eq(sitting.value()).and(MACHINE_POLICY.SILENT_MAY_MOVE));
    }

    void setSilentMayMove(SittingId sitting, boolean may, Actor by, Instant now) {
        db.insertInto(MACHINE_POLICY)
                .set(MACHINE_POLICY.ID, sitting.value())
                .set(MACHINE_POLICY.SILENT_MAY_MOVE, may)
                .set(MACHINE_POLICY.CHANGED_AT, AttemptBook.at(now))
                .set(MACHINE_POLICY.CHANGED_BY_LABEL, by.label())
                .onConflict(MACHINE_POLICY.ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static Request read(MachineRequestRecord row) {
        return new Request(
                row.getId(),
                new AttemptId(row.getAttemptId()),
                new SittingId(row.getSittingId()),
                new Machine(row.getMachineHash(), row.getLabel()),
                row.getAskedAt().toInstant(),
                State.valueOf(row.getState()),
                row.getDecidedAt() == null ? null : row.getDecidedAt().toInstant(),
                row.getReason() == null ? "" : row.getReason());
    }
}
