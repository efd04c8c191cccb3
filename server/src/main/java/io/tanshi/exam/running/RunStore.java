package io.tanshi.exam.running;

import static io.tanshi.exam.jooq.Tables.RUN;

import io.tanshi.audit.Actor;
import io.tanshi.exam.ExamRules;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.jooq.tables.records.RunRecord;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The stored runs; a sitting without one is planned. */
@Repository
class RunStore {

    private final DSLContext db;

    RunStore(DSLContext db) {
        this.db = db;
    }

    Optional<SittingRun> find(SittingId sitting) {
        return db.selectFrom(RUN).where(RUN.SITTING_ID.eq(sitting.value())).fetchOptional(RunStore::read);
    }

    List<SittingRun> open() {
        return db.selectFrom(RUN).where(RUN.STATE.eq(RunState.OPEN.name())).fetch(RunStore::read);
    }

    /** @return false when someone else has opened it */
    boolean open(SittingRun run, Actor by, Instant at) {
        ExamRules rules = run.rules();
        return db.insertInto(RUN)
                        .set(RUN.SITTING_ID, run.sittingId().value())
                        .set(RUN.STATE, RunState.OPEN.name())
                        .set(RUN.STARTS_AT, run.startsAt().atOffset(ZoneOffset.UTC))
                        .set(RUN.DURATION_MINUTES, rules.durationMinutes())
                        .set(RUN.LATE_ENTRY_MINUTES, rules.lateEntryMinutes())
                        .set(RUN.EARLIEST_HAND_IN_MINUTES, rules.earliestHandInMinutes())
                        .set(RUN.GRACE_MINUTES, rules.graceMinutes())
                        .set(RUN.LOST_TIME_FROM_MINUTES, rules.lostTimeFromMinutes())
                        .set(RUN.OPENED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(RUN.OPENED_BY_LABEL, by.label())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @return false when it is not open any more */
    boolean close(SittingId sitting, Actor by, Instant at) {
        return db.update(RUN)
                        .set(RUN.STATE, RunState.CLOSED.name())
                        .set(RUN.CLOSED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(RUN.CLOSED_BY_LABEL, by.label())
                        .where(RUN.SITTING_ID.eq(sitting.value()))
                        .and(RUN.STATE.eq(RunState.OPEN.name()))
                        .execute()
                == 1;
    }

    private static SittingRun read(RunRecord row) {
        return new SittingRun(
                new SittingId(row.getSittingId()),
                RunState.valueOf(row.getState()),
                row.getStartsAt().toInstant(),
                new ExamRules(
                        row.getDurationMinutes(),
                        row.getLateEntryMinutes(),
                        row.getEarliestHandInMinutes(),
                        row.getGraceMinutes(),
                        row.getLostTimeFromMinutes()));
    }
}
