package io.tanshi.exam.running;

import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.ExamError;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.DemoClock;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moves a demonstration to five minutes before the bell and opens the sitting. */
@RestController
@Profile("demo")
class DemoOpening {

    private static final Duration BEFORE_THE_BELL = Duration.ofMinutes(5);

    private final DemoClock clock;
    private final Sittings sittings;
    private final SittingRuns runs;
    private final OpeningDesk desk;
    private final AuditTrail trail;

    DemoOpening(DemoClock clock, Sittings sittings, SittingRuns runs, OpeningDesk desk, AuditTrail trail) {
        this.clock = clock;
        this.sittings = sittings;
        this.runs = runs;
        this.desk = desk;
        this.trail = trail;
    }

    @PostMapping("/api/admin/exam/sittings/{id}/demo-start")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void start(@PathVariable UUID id, CurrentAccount me) {
        SittingId sitting = sittings.find(new SittingId(id))
                .orElseThrow(() -> Problem.notFound("这个考期"))
                .id();
        desk.requireReadyButForTime(sitting);
        SittingRun run = runs.of(sitting);
        if (clock.instant().isAfter(run.graceEndsAt())) {
            throw Problem.of(ExamError.NOT_READY, "业务时间已过本场考试，演示时间只能向后移动。请选下一个考期。");
        }
        moveTo(run.startsAt().minus(BEFORE_THE_BELL), me);
        desk.open(sitting, me.actor());
    }

    private void moveTo(Instant target, CurrentAccount me) {
        Instant before = clock.instant();
        if (clock.moveTo(target)) {
            trail.record(
                    me.actor(),
                    "platform.demo-clock-moved",
                    "demo-clock",
                    "1",
                    Map.of("from", before.toString(), "to", target.toString()));
        }
    }
}
