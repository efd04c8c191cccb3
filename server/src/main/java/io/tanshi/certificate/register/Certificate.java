package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.register.Lifecycle.Verb;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One certificate. It changes only through its verbs; each leaves a step of history. */
final class Certificate {

    /** On what a certificate rests; never changes. */
    record Basis(CertificateId id, PersonId person, SittingId sitting, Level level, UUID result) {}

    /** One move in the life of a certificate. */
    record Step(Verb verb, CertificateStatus before, CertificateStatus after, By by) {}

    /** Who does something, when and why. */
    record By(String label, Instant at, @Nullable String reason) {}

    /** The changing part, as stored. */
    record State(
            CertificateStatus status,
            Holder holder,
            @Nullable String obstacle,
            @Nullable String objection,
            @Nullable Instant proofCheckedAt,
            @Nullable Proposal proposal,
            @Nullable Issued issued,
            Succession succession) {}

    /**
     * Its place in a chain of replacements.
     *
     * @param reason why this one replaced another
     */
    record Succession(
            @Nullable CertificateId replaces,
            @Nullable String reason,
            @Nullable CertificateId replacedBy) {
        static final Succession NONE = new Succession(null, null, null);
    }

    private final Basis basis;
    private final List<Step> steps = new ArrayList<>();
    private CertificateStatus status;
    private Holder holder;
    private @Nullable String obstacle;
    private @Nullable String objection;
    private @Nullable Instant proofCheckedAt;
    private @Nullable Proposal proposal;
    private @Nullable Issued issued;
    private Succession succession;

    Certificate(Basis basis, State state) {
        this.basis = basis;
        this.status = state.status();
        this.holder = state.holder();
        this.obstacle = state.obstacle();
        this.objection = state.objection();
        this.proofCheckedAt = state.proofCheckedAt();
        this.proposal = state.proposal();
        this.issued = state.issued();
        this.succession = state.succession();
    }

    static Certificate prepared(Basis basis, Holder holder, @Nullable String obstacle) {
        return new Certificate(
                basis,
                new State(CertificateStatus.PREPARING, holder, obstacle, null, null, null, null, Succession.NONE));
    }

    /** A successor of an issued certificate, checked by those who replace it. */
    static Certificate successorOf(
            Certificate old, CertificateId id, Holder holder, @Nullable String obstacle, String reason) {
        Basis basis = new Basis(id, old.basis.person, old.basis.sitting, old.basis.level, old.basis.result);
        return new Certificate(
                basis,
                new State(
                        CertificateStatus.CHECKED,
                        holder,
                        obstacle,
                        null,
                        null,
                        null,
                        null,
                        new Succession(old.basis.id, reason, null)));
    }

    Decision checkProof(By by) {
        if (obstacle != null) {
            return Decision.refused(CertificateError.OBSTACLE, "校样还不完整：" + obstacle + "。发证机构处理后会再请你核对。");
        }
        return move(Verb.CHECK_PROOF, by, () -> {
            proofCheckedAt = by.at();
            objection = null;
        });
    }

    Decision object(By by) {
        return move(Verb.OBJECT, by, () -> {
            objection = by.reason();
            proofCheckedAt = null;
            proposal = null;
        });
    }

    /** Takes the holder's data anew; the candidate has to check the proof again. */
    Decision renew(Holder fresh, @Nullable String freshObstacle, By by) {
        return move(Verb.RENEW, by, () -> {
            holder = fresh;
            obstacle = freshObstacle;
            objection = null;
            proofCheckedAt = null;
            proposal = null;
        });
    }

    Decision propose(Proposal wanted) {
        if (proposal != null) {
            return Decision.refused(
                    CertificateError.ALREADY_PROPOSED,
                    "%s已提出%s，须先由另一人确认或撤回。"
                            .formatted(proposal.byLabel(), proposal.act().label()));
        }
        Verb verb = Verb.valueOf(wanted.act().name());
        if (Lifecycle.after(status, verb).isEmpty()) {
            return notNow(verb);
        }
        if (wanted.act() == Act.ISSUE && obstacle != null) {
            return Decision.refused(CertificateError.OBSTACLE, "不能签发：" + obstacle + "。处理后请“重新取资料”。");
        }
        proposal = wanted;
        return Decision.accepted();
    }

    Decision withdrawProposal() {
        if (proposal == null) {
            return Decision.refused(CertificateError.NOT_PROPOSED, "没有待确认的处理可以撤回。请刷新页面。");
        }
        proposal = null;
        return Decision.accepted();
    }

    /** Whether this person may confirm the act that another has proposed. */
    Decision confirmable(Act act, Proposal second) {
        if (proposal == null || proposal.act() != act) {
            return Decision.refused(CertificateError.NOT_PROPOSED, "还没有人提出%s。请先由第一人提出。".formatted(act.label()));
        }
        if (proposal.by().equals(second.by())) {
            return Decision.refused(CertificateError.SAME_PERSON, "%s是你提出的，须由另一位管理员确认。".formatted(act.label()));
        }
        return Decision.accepted();
    }

    void issue(Issued document, By by) {
        require(move(Verb.ISSUE, by, () -> {
            issued = document;
            proposal = null;
        }));
    }

    void revoke(By by) {
        require(move(Verb.REVOKE, by, () -> proposal = null));
    }

    void replaceBy(CertificateId successor, By by) {
        require(move(Verb.REPLACE, by, () -> {
            proposal = null;
            succession = new Succession(succession.replaces(), succession.reason(), successor);
        }));
    }

    private Decision move(Verb verb, By by, Runnable change) {
        Optional<CertificateStatus> next = Lifecycle.after(status, verb);
        if (next.isEmpty()) {
            return notNow(verb);
        }
        steps.add(new Step(verb, status, next.get(), by));
        status = next.get();
        change.run();
        return Decision.accepted();
    }

    private Decision notNow(Verb verb) {
        return Decision.refused(
                CertificateError.WRONG_STATUS, "证书现在是“%s”，不能%s。请刷新页面查看最新状态。".formatted(status.label(), verb.label()));
    }

    private static void require(Decision decision) {
        if (decision instanceof Decision.Refused(CertificateError code, String words)) {
            throw new IllegalStateException(code + ": " + words);
        }
    }

    Basis basis() {
        return basis;
    }

    State state() {
        return new State(status, holder, obstacle, objection, proofCheckedAt, proposal, issued, succession);
    }

    /** The moves made since it was loaded. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The status as the public sees it on a day: validity ends by date. */
    CertificateStatus statusOn(LocalDate day) {
        boolean over = status == CertificateStatus.VALID
                && issued != null
                && issued.validUntil() != null
                && issued.validUntil().isBefore(day);
        return over ? CertificateStatus.EXPIRED : status;
    }

    /** What it was given at its issue; a broken invariant before. */
    Issued requireIssued() {
        if (issued == null) {
            throw new IllegalStateException("Certificate " + basis.id + " is not issued");
        }
        return issued;
    }
}
