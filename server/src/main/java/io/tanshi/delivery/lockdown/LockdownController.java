package io.tanshi.delivery.lockdown;

import io.tanshi.delivery.lockdown.EvidenceLog.Noticed;
import io.tanshi.delivery.lockdown.seb.SebProofs;
import io.tanshi.delivery.lockdown.seb.Shown;
import io.tanshi.delivery.runner.SittingCandidate;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.identity.session.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The candidate's screen and the lock: what is asked for, the proof, the checks, what the screen noticed. */
@RestController
@RequestMapping("/api/exam/lockdown")
@PublicEndpoint("a signed sitting token is the credential; see SittingCandidates")
class LockdownController {

    private static final int LONGEST_KEY = 128;

    private final LockDesk desk;
    private final Checks checks;
    private final EvidenceLog evidence;
    private final SebProofs proofs;

    LockdownController(LockDesk desk, Checks checks, EvidenceLog evidence, SebProofs proofs) {
        this.desk = desk;
        this.checks = checks;
        this.evidence = evidence;
        this.proofs = proofs;
    }

    /**
     * @param free whether the paper may be seen and answered
     * @param startLink starts the locked browser, where it is asked for
     * @param quitUrl closes it, after the hand-in
     * @param checkNumber for the next check; absent where none is wanted
     */
    record ExamLockView(
            LockdownLevel level,
            LockState state,
            String stateLabel,
            boolean free,
            @Nullable String startLink,
            @Nullable String quitUrl,
            @Nullable String checkNumber) {}

    /** @param url of the page to be loaded; works once */
    record EntryLinkView(String url) {}

    /** What the page reads from {@code SafeExamBrowser.security}; see {@link Shown}. */
    record ShownKeysRequest(
            @NotNull @Size(max = 400) String page,
            @Nullable @Size(max = LONGEST_KEY) String configKey,
            @Nullable @Size(max = LONGEST_KEY) String browserExamKey) {

        Shown with(HttpServletRequest request) {
            return Shown.of(page, Shown.OfKeys.of(configKey, browserExamKey), request);
        }
    }

    /** @param clientTime in milliseconds, by the screen */
    record NoticedRequest(
            @Min(1) long seq,
            @NotNull EvidenceKind kind,
            @Min(0) @Max(253_402_300_799_999L) long clientTime,
            @Nullable @Min(0) @Max(86_400) Integer seconds) {

        Noticed noticed() {
            return new Noticed(seq, kind, Instant.ofEpochMilli(clientTime), seconds);
        }
    }

    record EvidenceRequest(@NotEmpty @Size(max = 50) List<@Valid @NotNull NoticedRequest> noticed) {}

    /** @param lastSeq up to here everything has been taken in; it need not be sent again */
    record EvidenceTakenView(long lastSeq) {}

    @GetMapping
    ResponseEntity<ExamLockView> lock(SittingCandidate who) {
        return fresh().body(view(who, desk.own(who)));
    }

    @PostMapping("/links")
    EntryLinkView link(SittingCandidate who) {
        return new EntryLinkView(proofs.page(desk.issue(who)));
    }

    /** @param n also in the query of this request, so that keys in its headers are bound to it, too */
    @PostMapping("/proof")
    ExamLockView prove(
            SittingCandidate who,
            @RequestParam @Size(max = 64) String n,
            @Valid @RequestBody ShownKeysRequest body,
            HttpServletRequest request) {
        return view(who, desk.prove(who, n, body.with(request)));
    }

    @PostMapping("/checks")
    ExamLockView check(
            SittingCandidate who,
            @RequestParam @Size(max = 64) String n,
            @Valid @RequestBody ShownKeysRequest body,
            HttpServletRequest request) {
        return view(who, desk.check(who, n, body.with(request)));
    }

    @PostMapping("/evidence")
    EvidenceTakenView notice(SittingCandidate who, @Valid @RequestBody EvidenceRequest body) {
        Lock lock = desk.own(who);
        List<Noticed> noticed =
                body.noticed().stream().map(NoticedRequest::noticed).toList();
        return new EvidenceTakenView(evidence.take(lock.own().attempt(), who.session(), noticed));
    }

    private ExamLockView view(SittingCandidate who, Lock lock) {
        LockState state = lock.state();
        boolean locked = state != LockState.PLAIN;
        boolean checked = state == LockState.PROVEN || state == LockState.RELEASED;
        return new ExamLockView(
                locked ? LockdownLevel.SEB : LockdownLevel.PLAIN,
                state,
                state.label(),
                state.isFree(),
                locked && !state.isFree() ? proofs.startLink(lock.own().sitting()) : null,
                locked && desk.isOver(who) ? proofs.quitUrl(lock.own().sitting()) : null,
                checked ? checks.give(who) : null);
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
