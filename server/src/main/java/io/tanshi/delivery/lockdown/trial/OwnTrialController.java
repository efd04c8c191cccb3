package io.tanshi.delivery.lockdown.trial;

import io.tanshi.delivery.lockdown.seb.SebProofs;
import io.tanshi.delivery.lockdown.trial.TrialViews.TrialResultView;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.exam.Qualifications;
import io.tanshi.exam.Qualified;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.PublicAddress;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The candidate's own page 「下载与试机」. */
@RestController
@RequestMapping("/api/candidate/trial")
@Requires(Role.CANDIDATE)
class OwnTrialController {

    private final TrialDesk desk;
    private final TrialStore store;
    private final Qualifications qualifications;
    private final Lockdowns lockdowns;
    private final SittingRuns runs;
    private final Sittings sittings;
    private final SebProofs proofs;
    private final PublicAddress address;
    private final Clock clock;

    OwnTrialController(
            TrialDesk desk,
            TrialStore store,
            Qualifications qualifications,
            Lockdowns lockdowns,
            SittingRuns runs,
            Sittings sittings,
            SebProofs proofs,
            PublicAddress address,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.qualifications = qualifications;
        this.lockdowns = lockdowns;
        this.runs = runs;
        this.sittings = sittings;
        this.proofs = proofs;
        this.address = address;
        this.clock = clock;
    }

    /** Whether the page is open. */
    enum TrialStage {
        /** The study hours are not met yet. */
        NOT_YET,
        OPEN,
        /** The exam is over. */
        OVER
    }

    /** @param trial absent before it opens */
    record OwnTrialView(TrialStage stage, @Nullable OpenTrialView trial) {}

    /** @param startLink starts the locked browser, where the sitting asks for it */
    record OpenTrialView(
            String sittingName,
            Instant startsAt,
            LockdownLevel level,
            String levelLabel,
            @Nullable String startLink,
            String examUrl,
            List<TrialResultView> results) {}

    /** @param url opens the trial at this machine */
    record TrialCodeView(String code, Instant until, String url) {

        @Override
        public String toString() {
            return "TrialCodeView[protected]";
        }
    }

    @GetMapping
    OwnTrialView ownTrial(CurrentAccount me) {
        PersonId person = me.requirePerson();
        return qualifications
                .latest(person)
                .map(this::view)
                .orElseGet(() -> new OwnTrialView(TrialStage.NOT_YET, null));
    }

    @PostMapping("/codes")
    ResponseEntity<TrialCodeView> code(CurrentAccount me) {
        TrialDesk.Code code = desk.begin(me.requirePerson());
        // After the #, so that it stands in no server's log.
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TrialCodeView(code.code(), code.until(), "/exam/#trial=" + code.code()));
    }

    private OwnTrialView view(Qualified qualified) {
        LockdownLevel level = lockdowns.of(qualified.sittingId());
        boolean over = clock.instant().isAfter(runs.of(qualified.sittingId()).endsAt());
        OpenTrialView trial = new OpenTrialView(
                sittings.get(qualified.sittingId()).name(),
                runs.of(qualified.sittingId()).startsAt(),
                level,
                level.label(),
                level == LockdownLevel.SEB ? proofs.startLink(qualified.sittingId()) : null,
                address.of("/exam/"),
                store.of(qualified.personId(), qualified.sittingId()).stream()
                        .map(TrialViews::view)
                        .toList());
        return new OwnTrialView(over ? TrialStage.OVER : TrialStage.OPEN, trial);
    }
}
