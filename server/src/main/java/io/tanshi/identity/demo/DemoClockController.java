package io.tanshi.identity.demo;

import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.DemoClock;
import io.tanshi.platform.Problem;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moves the business date of a demonstration forward. */
@RestController
@Profile("demo")
class DemoClockController {

    private final DemoClock clock;
    private final AuditTrail trail;

    DemoClockController(DemoClock clock, AuditTrail trail) {
        this.clock = clock;
        this.trail = trail;
    }

    record MoveClockRequest(OffsetDateTime to) {}

    @PutMapping("/api/admin/demo-clock")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void move(@RequestBody MoveClockRequest body, CurrentAccount me) {
        OffsetDateTime before = OffsetDateTime.now(clock);
        if (!clock.moveTo(body.to().toInstant())) {
            throw Problem.of(
                            IdentityError.CLOCK_NOT_FORWARD,
                            "业务时间现为 " + before.toLocalDateTime().withNano(0) + "，只能改到它之后。请选一个更晚的时间。")
                    .field("to", "要晚于现在的业务时间");
        }
        trail.record(
                me.actor(),
                "platform.demo-clock-moved",
                "demo-clock",
                "1",
                Map.of("from", before.toString(), "to", body.to().toString()));
    }
}
