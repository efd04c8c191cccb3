package io.tanshi.delivery.lockdown.trial;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.lockdown.Nonces;
import io.tanshi.delivery.lockdown.seb.SebProofs;
import io.tanshi.delivery.lockdown.seb.SebVerdict;
import io.tanshi.delivery.lockdown.seb.Shown;
import io.tanshi.delivery.lockdown.trial.TrialRun.Outcome;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.exam.Qualifications;
import io.tanshi.exam.Qualified;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trials of machines, from the code in the candidate's portal to the kept result. */
@Service
class TrialDesk {

    /** From the portal to the machine in the next room, with a fresh installation in between. */
    static final Duration CODE_HOLDS = Duration.ofHours(4);

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 10;

    private final TrialStore store;
    private final Qualifications qualifications;
    private final Lockdowns lockdowns;
    private final SittingRuns runs;
    private final Nonces nonces;
    private final SebProofs proofs;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TrialDesk(
            TrialStore store,
            Qualifications qualifications,
            Lockdowns lockdowns,
            SittingRuns runs,
            Nonces nonces,
            SebProofs proofs,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.qualifications = qualifications;
        this.lockdowns = lockdowns;
        this.runs = runs;
        this.nonces = nonces;
        this.proofs = proofs;
        this.trail = trail;
        this.clock = clock;
    }

    /** A code to be typed, or followed as a link, at the machine. */
    record Code(String code, Instant until) {

        @Override
        public String toString() {
            return "Code[protected]";
        }
    }

    record Entered(TrialRun run, String token) {

        @Override
        public String toString() {
            return "Entered[protected]";
        }
    }

    /** @throws Problem {@code delivery/trial-not-open} before the study hours are met and after the exam */
    @Transactional
    public Code begin(PersonId person) {
        Qualified qualified = qualifications
                .latest(person)
                .orElseThrow(() -> Problem.of(DeliveryError.TRIAL_NOT_OPEN, "学满规定课时后开放试机。请先完成学习。"));
        SittingRun run = runs.of(qualified.sittingId());
        if (clock.instant().isAfter(run.endsAt())) {
            throw Problem.of(DeliveryError.TRIAL_NOT_OPEN, "这场考试已经结束，不再需要试机。");
        }
        String code = drawCode();
        Instant until = clock.instant().plus(CODE_HOLDS);
        store.begin(person, qualified.sittingId(), code, until);
        return new Code(code, until);
    }

    /** @throws Problem {@code delivery/trial-code-invalid} */
    @Transactional
    public Entered enter(String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return store.enter(code, token, clock.instant())
                .map(run -> new Entered(run, token))
                .orElseThrow(() ->
                        Problem.of(DeliveryError.TRIAL_CODE_INVALID, "试机码不对、已用过，或已超过 4 小时。请在报名网站“下载与试机”里取新的试机码。"));
    }

    LockdownLevel levelOf(TrialRun run) {
        return lockdowns.of(run.sitting());
    }

    TrialRun byToken(String token) {
        return store.byToken(token).orElseThrow(() -> Problem.of(DeliveryError.TRIAL_CODE_INVALID, "试机已过期。请用试机码重新进入。"));
    }

    /** The address of a page that works once. */
    String link(TrialRun run) {
        return proofs.page(nonces.issue(holder(run)));
    }

    /** @throws Problem as for a proof in the exam */
    void prove(TrialRun run, String nonce, Shown shown) {
        switch (nonces.use(nonce, holder(run))) {
            case ACCEPTED -> {}
            case REPLAYED -> throw Problem.of(DeliveryError.ENTRY_LINK_USED, "这个链接只能用一次，已经用过。请重新检查，会取得新的链接。");
            case UNKNOWN -> throw Problem.of(DeliveryError.ENTRY_LINK_INVALID, "这个链接不是发给本次试机的，或已超过 2 分钟。请重新检查。");
        }
        SebVerdict verdict = proofs.judge(run.sitting(), shown, List.of(nonce));
        if (verdict != SebVerdict.PROVEN) {
            throw Problem.of(DeliveryError.LOCKDOWN_NOT_PROVEN, verdict.words());
        }
        store.proven(run.id());
    }

    /** Keeps the result; of the locked browser the server knows better than the machine. */
    @Transactional
    public TrialRun finish(TrialRun run, String machine, List<Outcome> told) {
        Set<TrialCheck> wanted = EnumSet.complementOf(EnumSet.of(TrialCheck.SEB));
        Set<TrialCheck> found = told.stream().map(Outcome::check).collect(Collectors.toSet());
        if (!found.containsAll(wanted) || found.size() != told.size()) {
            throw Problem.of(DeliveryError.TRIAL_INCOMPLETE, "试机结果缺项或有重复项。请刷新页面，把每一项都检查完再提交。");
        }
        List<Outcome> outcomes = new ArrayList<>(
                told.stream().filter(o -> o.check() != TrialCheck.SEB).toList());
        if (levelOf(run) == LockdownLevel.SEB) {
            outcomes.add(
                    run.sebProven()
                            ? new Outcome(TrialCheck.SEB, CheckState.GOOD, "校验通过")
                            : new Outcome(TrialCheck.SEB, CheckState.BAD, "没有通过校验"));
        }
        boolean passed = outcomes.stream().noneMatch(o -> o.state() == CheckState.BAD);
        store.finish(
                run.id(), new TrialRun.Result(clock.instant().atOffset(ZoneOffset.UTC), machine, passed, outcomes));
        return store.find(run.id()).orElseThrow();
    }

    /** @throws Problem {@code delivery/not-in-this-state} when there is no failed result */
    @Transactional
    public SittingId override(UUID id, String reason, Actor by) {
        TrialRun run = store.find(id).orElseThrow(() -> Problem.notFound("这次试机"));
        if (!store.override(id, reason, by, clock.instant())) {
            throw Problem.of(DeliveryError.NOT_IN_THIS_STATE, "只有没有通过的试机可以放行，且只放行一次。");
        }
        trail.record(by, "delivery.trial-overridden", "trial-run", id, Map.of("reason", reason));
        return run.sitting();
    }

    private String drawCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String holder(TrialRun run) {
        return "trial:" + run.id();
    }
}
