package io.tanshi.delivery.lockdown.seb;

import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The configuration of a sitting, for the browser that opens a {@code sebs://} link: it comes without any cookie. */
@RestController
class SebFileController {

    /** Long enough for trials, no longer. */
    static final Duration BEFORE_THE_BELL = Duration.ofDays(30);

    private static final MediaType SEB = MediaType.parseMediaType("application/seb");

    private final SebProofs proofs;
    private final Lockdowns lockdowns;
    private final SittingRuns runs;
    private final Clock clock;

    SebFileController(SebProofs proofs, Lockdowns lockdowns, SittingRuns runs, Clock clock) {
        this.proofs = proofs;
        this.lockdowns = lockdowns;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping(path = SebProofs.FILE_PATH + "{id}/{secret}/exam.seb", produces = "application/seb")
    @PublicEndpoint("the link cannot be guessed, and works only in the weeks before the exam and during it")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String secret) {
        SittingId sitting = new SittingId(id);
        if (!proofs.isLink(sitting, secret) || !isServed(sitting)) {
            throw Problem.notFound("本场的考试浏览器配置，或现在不在开放时间内");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(SEB)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"exam.seb\"")
                .body(proofs.file(sitting));
    }

    private boolean isServed(SittingId sitting) {
        SittingRun run = runs.of(sitting);
        Instant now = clock.instant();
        return lockdowns.of(sitting) == LockdownLevel.SEB
                && !now.isBefore(run.startsAt().minus(BEFORE_THE_BELL))
                && !now.isAfter(run.graceEndsAt());
    }
}
