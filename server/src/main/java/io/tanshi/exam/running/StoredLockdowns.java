package io.tanshi.exam.running;

import static io.tanshi.exam.jooq.Tables.LOCKDOWN;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.ExamError;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRuns;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the level of each sitting; a sitting without one takes any browser. */
@Component
class StoredLockdowns implements Lockdowns {

    private final DSLContext db;
    private final SittingRuns runs;
    private final AuditTrail trail;
    private final Clock clock;

    StoredLockdowns(DSLContext db, SittingRuns runs, AuditTrail trail, Clock clock) {
        this.db = db;
        this.runs = runs;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public LockdownLevel of(SittingId sitting) {
        return db.select(LOCKDOWN.LEVEL)
                .from(LOCKDOWN)
                .where(LOCKDOWN.SITTING_ID.eq(sitting.value()))
                .fetchOptional(row -> LockdownLevel.valueOf(row.value1()))
                .orElse(LockdownLevel.PLAIN);
    }

    /** @throws Problem {@code exam/sitting-started} once the sitting is open */
    @Transactional
    public void set(SittingId sitting, LockdownLevel level, Actor by) {
        RunState state = runs.of(sitting).state();
        if (state != RunState.PLANNED) {
            throw Problem.of(
                    ExamError.SITTING_STARTED, "本考期" + state.label() + "，锁定级别不能再改。个别考生需要放宽的，请监考员在监考面板为其“免锁定”并写明原因。");
        }
        LockdownLevel before = of(sitting);
        db.insertInto(LOCKDOWN)
                .set(LOCKDOWN.SITTING_ID, sitting.value())
                .set(LOCKDOWN.LEVEL, level.name())
                .set(LOCKDOWN.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(LOCKDOWN.CHANGED_BY_LABEL, by.label())
                .onConflict(LOCKDOWN.SITTING_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        trail.record(by, "exam.lockdown-set", "sitting", sitting, Map.of("from", before.name(), "to", level.name()));
    }
}
