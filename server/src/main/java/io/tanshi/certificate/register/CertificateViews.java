package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.document.Wording;
import io.tanshi.identity.session.AccountId;
import io.tanshi.programme.Milestone;
import io.tanshi.programme.MilestoneKey;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Certificates as screens show them. */
@Component
class CertificateViews {

    /** A date that is promised; provisional while a year's days off are not announced. */
    record PromisedDate(LocalDate date, boolean provisional, String rule) {
        static PromisedDate of(Milestone milestone) {
            return new PromisedDate(milestone.from(), milestone.provisional(), milestone.rule());
        }
    }

    /** What stands on the inside page, as text for those who cannot read it in the picture. */
    record PrintedView(String name, String sex, String maskedIdNumber, LocalDate examDate) {}

    record HolderCodeView(UUID id, String code, Instant expiresAt) {
        static HolderCodeView of(HolderCodes.HolderCode code) {
            return new HolderCodeView(code.id(), code.code(), code.expiresAt());
        }
    }

    /** What the holder sees. Sections that do not apply yet are absent. */
    record MyCertificate(
            CertificateId id,
            String title,
            String level,
            String sitting,
            CertificateStatus status,
            String statusLabel,
            @Nullable Instant proofCheckedAt,
            @Nullable String objection,
            @Nullable String obstacle,
            PrintedView printed,
            PromisedDate issueBy,
            PromisedDate lookupFrom,
            boolean lookupOpen,
            @Nullable IssuedView issued,
            List<HolderCodeView> codes) {}

    record IssuedView(String number, LocalDate on, @Nullable LocalDate validUntil, String verifyUrl) {}

    /** A line of the office's list. */
    record CertificateRow(
            CertificateId id,
            String name,
            String maskedIdNumber,
            String level,
            CertificateStatus status,
            String statusLabel,
            @Nullable Instant proofCheckedAt,
            @Nullable String objection,
            @Nullable String obstacle,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable ProposalView proposal) {}

    record ProposalView(Act act, String actLabel, String by, boolean mine, Instant at, String reason) {}

    record CertificateStepView(Instant at, String verb, String status, String by, String reason) {}

    /** One certificate with its history and its place in a chain of replacements. */
    record CertificatePage(
            CertificateRow certificate,
            List<CertificateStepView> history,
            @Nullable CertificateId replaces,
            @Nullable String replacedFor,
            @Nullable CertificateId replacedBy) {}

    private final Sittings sittings;
    private final HolderCodes codes;
    private final Wording wording;
    private final CertificateSettings settings;
    private final Clock clock;

    CertificateViews(Sittings sittings, HolderCodes codes, Wording wording, CertificateSettings settings, Clock clock) {
        this.sittings = sittings;
        this.codes = codes;
        this.wording = wording;
        this.settings = settings;
        this.clock = clock;
    }

    MyCertificate mine(Certificate certificate) {
        Certificate.State state = certificate.state();
        Sitting sitting = sittings.get(certificate.basis().sitting());
        LocalDate today = LocalDate.now(clock);
        CertificateStatus status = certificate.statusOn(today);
        return new MyCertificate(
                certificate.basis().id(),
                wording.title(),
                certificate.basis().level().label(),
                sitting.name(),
                status,
                status.label(),
                state.proofCheckedAt(),
                state.objection(),
                state.obstacle(),
                printed(state.holder(), sitting),
                PromisedDate.of(sitting.timetable().get(MilestoneKey.CERTIFICATES)),
                PromisedDate.of(sitting.timetable().get(MilestoneKey.PUBLIC_LOOKUP)),
                !today.isBefore(sitting.timetable().lookupFrom()),
                issued(state.issued()),
                codes.of(certificate.basis().id()).stream()
                        .map(HolderCodeView::of)
                        .toList());
    }

    private static PrintedView printed(Holder holder, Sitting sitting) {
        return new PrintedView(holder.name(), holder.sex(), holder.maskedIdNumber(), sitting.examDate());
    }

    private @Nullable IssuedView issued(@Nullable Issued issued) {
        return issued == null
                ? null
                : new IssuedView(
                        issued.number().printed(),
                        issued.on(),
                        issued.validUntil(),
                        settings.verifyUrl(issued.token()));
    }

    /** As the office sees it; a proposal of one's own cannot be confirmed by oneself. */
    CertificateRow row(Certificate certificate, AccountId viewer) {
        Certificate.State state = certificate.state();
        CertificateStatus status = certificate.statusOn(LocalDate.now(clock));
        Issued issued = state.issued();
        return new CertificateRow(
                certificate.basis().id(),
                state.holder().name(),
                state.holder().maskedIdNumber(),
                certificate.basis().level().label(),
                status,
                status.label(),
                state.proofCheckedAt(),
                state.objection(),
                state.obstacle(),
                issued == null ? null : issued.number().printed(),
                issued == null ? null : issued.on(),
                proposal(state.proposal(), viewer));
    }

    CertificatePage page(Certificate certificate, List<CertificateStore.StoredStep> history, AccountId viewer) {
        Certificate.Succession succession = certificate.state().succession();
        return new CertificatePage(
                row(certificate, viewer),
                history.stream()
                        .map(s -> new CertificateStepView(s.at(), s.verb(), s.after(), s.actor(), s.reason()))
                        .toList(),
                succession.replaces(),
                succession.reason(),
                succession.replacedBy());
    }

    private static @Nullable ProposalView proposal(@Nullable Proposal proposal, AccountId viewer) {
        return proposal == null
                ? null
                : new ProposalView(
                        proposal.act(),
                        proposal.act().label(),
                        proposal.byLabel(),
                        proposal.by().equals(viewer),
                        proposal.at(),
                        proposal.reason());
    }
}
