package io.tanshi.certificate.register;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.CertificateProofReady;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.Certificates;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares certificates and takes the candidate's word on the proof. */
@Service
class CertificateOffice implements Certificates {

    private final CertificateStore store;
    private final Drafting drafting;
    private final HolderCodes codes;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CertificateOffice(
            CertificateStore store,
            Drafting drafting,
            HolderCodes codes,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.drafting = drafting;
        this.codes = codes;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CertificateId prepare(PersonId person, SittingId sitting, Level level, UUID resultId) {
        Drafting.Draft draft = drafting.draft(person);
        var basis = new Certificate.Basis(CertificateId.next(), person, sitting, level, resultId);
        if (!store.add(Certificate.prepared(basis, draft.holder(), draft.obstacle()))) {
            return store.first(person, sitting, level).orElseThrow().basis().id();
        }
        trail.record(
                Actor.system("certificate"),
                "certificate.prepared",
                "certificate",
                basis.id(),
                Map.of("sitting", sitting.toString(), "level", level.name(), "result", resultId.toString()));
        events.publishEvent(new CertificateProofReady(basis.id(), person, clock.instant()));
        return basis.id();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CertificateSummary> of(PersonId person) {
        LocalDate today = LocalDate.now(clock);
        return store.ofPerson(person).stream().map(c -> summary(c, today)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean held(PersonId person, Level level, LocalDate on) {
        return store.ofPerson(person).stream()
                .filter(c -> c.basis().level() == level)
                .filter(c -> c.statusOn(on) == CertificateStatus.VALID || c.statusOn(on) == CertificateStatus.REPLACED)
                .anyMatch(c -> !c.requireIssued().on().isAfter(on));
    }

    /** The candidate says that the proof is right. */
    @Transactional
    public void checkProof(CertificateId id, PersonId person, Actor actor) {
        Certificate certificate = take(id, person);
        certificate.checkProof(by(null)).orThrow();
        store.save(certificate);
        trail.record(actor, "certificate.proof-checked", "certificate", id, Map.of());
    }

    /** The candidate says what is wrong; the words may be personal and stay out of the trail. */
    @Transactional
    public void object(CertificateId id, PersonId person, Actor actor, String what) {
        Certificate certificate = take(id, person);
        certificate.object(by(what)).orThrow();
        store.save(certificate);
        trail.record(actor, "certificate.proof-objected", "certificate", id, Map.of());
    }

    /** Takes name, number and photo anew from the register of persons. */
    @Transactional
    public void renew(CertificateId id, Actor actor) {
        Certificate certificate = store.take(id).orElseThrow(() -> Problem.notFound("这张证书"));
        Drafting.Draft draft = drafting.draft(certificate.basis().person());
        certificate
                .renew(draft.holder(), draft.obstacle(), new Certificate.By(actor.label(), clock.instant(), null))
                .orThrow();
        store.save(certificate);
        trail.record(actor, "certificate.renewed", "certificate", id, Map.of());
        events.publishEvent(new CertificateProofReady(id, certificate.basis().person(), clock.instant()));
    }

    /** A code that the holder gives to somebody; only an issued certificate has any. */
    @Transactional
    public HolderCodes.HolderCode createCode(CertificateId id, PersonId person, Actor actor) {
        Certificate certificate = take(id, person);
        if (!certificate.state().status().isIssued()) {
            throw Problem.of(CertificateError.WRONG_STATUS, "证书还没有签发，签发后才能生成验证码。");
        }
        HolderCodes.HolderCode code = codes.create(id);
        trail.record(actor, "certificate.code-created", "certificate", id, Map.of("code", code.id()));
        return code;
    }

    @Transactional
    public void stopCode(CertificateId id, UUID code, Actor actor) {
        if (!codes.stop(id, code)) {
            throw Problem.notFound("这个验证码");
        }
        trail.record(actor, "certificate.code-stopped", "certificate", id, Map.of("code", code));
    }

    private Certificate take(CertificateId id, PersonId person) {
        return store.take(id)
                .filter(c -> c.basis().person().equals(person))
                .orElseThrow(() -> Problem.notFound("这张证书"));
    }

    // A candidate's account has no name of its own; the history says what role acted.
    private Certificate.By by(@Nullable String reason) {
        return new Certificate.By("考生本人", clock.instant(), reason);
    }

    private static CertificateSummary summary(Certificate certificate, LocalDate today) {
        Issued issued = certificate.state().issued();
        CertificateNumber number = issued == null ? null : issued.number();
        return new CertificateSummary(
                certificate.basis().id(),
                certificate.basis().sitting(),
                certificate.basis().level(),
                certificate.statusOn(today),
                number,
                issued == null ? null : issued.on());
    }
}
