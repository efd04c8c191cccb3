package io.tanshi.certificate.register;

import io.tanshi.audit.AuditTrail;
import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.signature.SigningKey;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one person proposes and another confirms: issue, revocation, replacement. */
@Service
class TwoPersonDesk {

    private final CertificateStore store;
    private final Issuing issuing;
    private final Drafting drafting;
    private final SigningDesk signing;
    private final AuditTrail trail;
    private final Clock clock;

    TwoPersonDesk(
            CertificateStore store,
            Issuing issuing,
            Drafting drafting,
            SigningDesk signing,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.issuing = issuing;
        this.drafting = drafting;
        this.signing = signing;
        this.trail = trail;
        this.clock = clock;
    }

    /** The first person's part. */
    @Transactional
    public Decision propose(CertificateId id, Act act, String reason, CurrentAccount me) {
        Certificate certificate = take(id);
        Decision decision = certificate.propose(proposal(act, reason, me));
        if (decision instanceof Decision.Accepted) {
            store.save(certificate);
            trail.record(
                    me.actor(),
                    "certificate.act-proposed",
                    "certificate",
                    id,
                    Map.of("act", act.name(), "reason", reason));
        }
        return decision;
    }

    /** Either person may take the proposal back before it is confirmed. */
    @Transactional
    public Decision withdraw(CertificateId id, CurrentAccount me) {
        Certificate certificate = take(id);
        Decision decision = certificate.withdrawProposal();
        if (decision instanceof Decision.Accepted) {
            store.save(certificate);
            trail.record(me.actor(), "certificate.proposal-withdrawn", "certificate", id, Map.of());
        }
        return decision;
    }

    /** The second person's part: the act happens. */
    @Transactional
    public Decision confirm(CertificateId id, Act act, CurrentAccount me) {
        Certificate certificate = take(id);
        Decision decision = certificate.confirmable(act, proposal(act, "", me));
        if (decision instanceof Decision.Refused) {
            return decision;
        }
        return switch (act) {
            case ISSUE -> issue(certificate, me);
            case REVOKE -> revoke(certificate, me);
            case REPLACE -> replace(certificate, me);
        };
    }

    private Decision issue(Certificate certificate, CurrentAccount me) {
        Optional<SigningKey> key = signing.key();
        if (key.isEmpty()) {
            return noKey();
        }
        issuing.issue(certificate, key.get(), by(certificate, me));
        store.save(certificate);
        record(me, "certificate.issued", certificate);
        return Decision.accepted();
    }

    private Decision revoke(Certificate certificate, CurrentAccount me) {
        certificate.revoke(by(certificate, me));
        store.save(certificate);
        record(me, "certificate.revoked", certificate);
        return Decision.accepted();
    }

    private Decision replace(Certificate certificate, CurrentAccount me) {
        Optional<SigningKey> key = signing.key();
        if (key.isEmpty()) {
            return noKey();
        }
        Drafting.Draft draft = drafting.draft(certificate.basis().person());
        if (draft.obstacle() != null) {
            return Decision.refused(CertificateError.OBSTACLE, "不能换发：" + draft.obstacle() + "。");
        }
        Certificate.By by = by(certificate, me);
        CertificateId id = CertificateId.next();
        Certificate successor =
                Certificate.successorOf(certificate, id, draft.holder(), null, String.valueOf(by.reason()));
        issuing.issue(successor, key.get(), by);
        store.add(successor);
        certificate.replaceBy(id, by);
        store.save(certificate);
        record(me, "certificate.replaced", certificate);
        record(me, "certificate.issued", successor);
        return Decision.accepted();
    }

    private Certificate take(CertificateId id) {
        return store.take(id).orElseThrow(() -> Problem.notFound("这张证书"));
    }

    private Proposal proposal(Act act, String reason, CurrentAccount me) {
        return new Proposal(act, me.accountId(), me.displayName(), clock.instant(), reason);
    }

    /** Both names stand in the history, with the reason of the one who proposed. */
    private Certificate.By by(Certificate certificate, CurrentAccount second) {
        Proposal first = certificate.state().proposal();
        if (first == null) {
            throw new IllegalStateException("Nothing was proposed");
        }
        return new Certificate.By(first.byLabel() + "、" + second.displayName(), clock.instant(), first.reason());
    }

    private void record(CurrentAccount me, String action, Certificate certificate) {
        trail.record(
                me.actor(),
                action,
                "certificate",
                certificate.basis().id(),
                Map.of("number", certificate.requireIssued().number().value()));
    }

    private static Decision noKey() {
        return Decision.refused(CertificateError.NO_SIGNING_KEY, "还没有导入签名密钥，不能签发。请系统管理员设置 TANSHI_SIGNING_P12 后重启。");
    }
}
