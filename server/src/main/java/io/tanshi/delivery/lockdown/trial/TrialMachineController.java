package io.tanshi.delivery.lockdown.trial;

import io.tanshi.delivery.lockdown.seb.SebProofs;
import io.tanshi.delivery.lockdown.seb.Shown;
import io.tanshi.delivery.lockdown.trial.TrialViews.TrialResultView;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.identity.session.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The exam app while it tries a machine. */
@RestController
@RequestMapping("/api/exam/trial")
@PublicEndpoint("a code from the candidate's portal, then the token given for it, is the credential")
class TrialMachineController {

    private final TrialDesk desk;
    private final SebProofs proofs;
    private final ServerTime time;

    TrialMachineController(TrialDesk desk, SebProofs proofs, ServerTime time) {
        this.desk = desk;
        this.proofs = proofs;
        this.time = time;
    }

    record TrialEntryRequest(
            @NotBlank(message = "请填写试机码") @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "TrialEntryRequest[protected]";
        }
    }

    /** @param startLink starts the locked browser, where it is asked for */
    record TrialEntryView(
            String token,
            LockdownLevel level,
            boolean proven,
            @Nullable String startLink) {

        @Override
        public String toString() {
            return "TrialEntryView[protected]";
        }
    }

    record ServerNowView(Instant now) {}

    record TrialLinkView(String url) {}

    record TrialProofRequest(
            @NotNull @Size(max = 400) String page,
            @Nullable @Size(max = 128) String configKey,
            @Nullable @Size(max = 128) String browserExamKey) {}

    record OutcomeRequest(
            @NotNull TrialCheck check,
            @NotNull CheckState state,
            @NotNull @Size(max = 80) String found) {}

    record TrialResultRequest(
            @NotBlank @Size(max = 80) String machine,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull OutcomeRequest> outcomes) {}

    @PostMapping("/entry")
    TrialEntryView enterTrial(@Valid @RequestBody TrialEntryRequest body) {
        TrialDesk.Entered entered = desk.enter(body.code());
        LockdownLevel level = desk.levelOf(entered.run());
        return new TrialEntryView(
                entered.token(),
                level,
                entered.run().sebProven(),
                level == LockdownLevel.SEB ? proofs.startLink(entered.run().sitting()) : null);
    }

    /** For the machine's clock and the way there and back. */
    @GetMapping("/now")
    ResponseEntity<ServerNowView> now() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ServerNowView(time.onTheWall()));
    }

    @PostMapping("/links")
    TrialLinkView trialLink(@RequestHeader("X-Trial-Token") @Size(max = 64) String token) {
        return new TrialLinkView(desk.link(desk.byToken(token)));
    }

    @PostMapping("/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void proveTrial(
            @RequestHeader("X-Trial-Token") @Size(max = 64) String token,
            @RequestParam @Size(max = 64) String n,
            @Valid @RequestBody TrialProofRequest body,
            HttpServletRequest request) {
        Shown.OfKeys onPage = Shown.OfKeys.of(body.configKey(), body.browserExamKey());
        desk.prove(desk.byToken(token), n, Shown.of(body.page(), onPage, request));
    }

    @PostMapping("/results")
    TrialResultView result(
            @RequestHeader("X-Trial-Token") @Size(max = 64) String token, @Valid @RequestBody TrialResultRequest body) {
        List<TrialRun.Outcome> told = body.outcomes().stream()
                .map(o -> new TrialRun.Outcome(o.check(), o.state(), o.found()))
                .toList();
        return TrialViews.view(desk.finish(desk.byToken(token), body.machine().strip(), told));
    }
}
