package io.tanshi.notification.message;

import io.tanshi.certificate.CertificateIssued;
import io.tanshi.certificate.CertificateProofReady;
import io.tanshi.exam.CandidateAdmitted;
import io.tanshi.identity.AccountInvited;
import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.LearningRequirementMet;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Said;
import io.tanshi.results.ResultReleased;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells a candidate of every step from the study to the certificate, and new staff of their account. */
@Component
class JourneyNews {

    private final Announcer announcer;
    private final SittingNames sittings;

    JourneyNews(Announcer announcer, SittingNames sittings) {
        this.announcer = announcer;
        this.sittings = sittings;
    }

    @ApplicationModuleListener
    void on(LearningRequirementMet met) {
        tell(
                MessageKind.REQUIREMENT_MET,
                "requirement-met:" + met.sittingId() + ":" + met.personId(),
                met.personId(),
                sittings.of(met.sittingId()),
                "/me");
    }

    @ApplicationModuleListener
    void on(CandidateAdmitted admitted) {
        tell(
                MessageKind.TICKET_READY,
                "admitted:" + admitted.admissionId(),
                admitted.personId(),
                sittings.of(admitted.sittingId()),
                "/me/ticket");
    }

    @ApplicationModuleListener
    void on(ResultReleased released) {
        tell(
                MessageKind.RESULT_RELEASED,
                "result-released:" + released.resultId() + ":" + released.at().toEpochMilli(),
                released.personId(),
                sittings.of(released.sittingId()),
                "/me/results");
    }

    @ApplicationModuleListener
    void on(CertificateProofReady ready) {
        tell(
                MessageKind.PROOF_TO_CHECK,
                "proof-ready:" + ready.certificateId() + ":" + ready.at().toEpochMilli(),
                ready.personId(),
                Map.of(),
                "/me/certificates");
    }

    @ApplicationModuleListener
    void on(CertificateIssued issued) {
        tell(
                MessageKind.CERTIFICATE_ISSUED,
                "certificate-issued:" + issued.certificateId(),
                issued.personId(),
                Map.of(),
                "/me/certificates");
    }

    @ApplicationModuleListener
    void on(AccountInvited invited) {
        announcer.announce(new Announcement(
                MessageKind.ACCOUNT_INVITED,
                "account-invited:" + invited.accountId(),
                List.of(Recipient.of(invited.accountId())),
                Map.of(),
                "/messages/settings"));
    }

    private void tell(MessageKind kind, String key, PersonId person, Map<Placeholder, Said> values, String link) {
        announcer.announce(new Announcement(kind, key, List.of(Recipient.of(person)), values, link));
    }
}
