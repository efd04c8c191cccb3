package io.tanshi.exam.running;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.SittingClosed;
import io.tanshi.exam.SittingOpened;
import io.tanshi.exam.SittingRun;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the trail and the other modules that a sitting was opened or closed. */
@Component
class Records {

    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Records(AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void opened(SittingRun run, Actor by) {
        trail.record(
                by,
                "exam.sitting-opened",
                "sitting",
                run.sittingId(),
                Map.of("startsAt", run.startsAt().toString()));
        events.publishEvent(new SittingOpened(run.sittingId(), now()));
    }

    void closed(SittingRun run, int absent, Actor by) {
        trail.record(by, "exam.sitting-closed", "sitting", run.sittingId(), Map.of("absent", absent));
        events.publishEvent(new SittingClosed(run.sittingId(), now()));
    }
}
