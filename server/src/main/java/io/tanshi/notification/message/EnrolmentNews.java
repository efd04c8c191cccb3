package io.tanshi.notification.message;

import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationRejected;
import io.tanshi.enrolment.ApplicationReturned;
import io.tanshi.enrolment.BatchChecked;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Said;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells institutions and candidates how a registration goes on. */
@Component
class EnrolmentNews {

    private final Announcer announcer;
    private final Addressees addressees;
    private final SittingNames sittings;

    EnrolmentNews(Announcer announcer, Addressees addressees, SittingNames sittings) {
        this.announcer = announcer;
        this.addressees = addressees;
        this.sittings = sittings;
    }

    /** Whoever uploaded may have left long ago. */
    @ApplicationModuleListener
    void on(BatchChecked checked) {
        AccountId uploader = checked.accountId();
        Map<Placeholder, Said> values = new HashMap<>(sittings.of(checked.sittingId()));
        values.put(Placeholder.ROWS, Said.same(checked.rows()));
        values.put(Placeholder.ACCEPTED, Said.same(checked.accepted()));
        values.put(Placeholder.PROBLEMS, Said.same(checked.blocked()));
        announcer.announce(new Announcement(
                checked.refused() ? MessageKind.UPLOAD_REFUSED : MessageKind.UPLOAD_CHECKED,
                "upload-checked:" + checked.uploadId(),
                uploader == null ? addressees.staffOf(checked.institutionId()) : List.of(Recipient.of(uploader)),
                values,
                "/batches/" + checked.batchId()));
    }

    @ApplicationModuleListener
    void on(ApplicationReturned returned) {
        Decision decision = new Decision(
                "returned", returned.applicationId(), returned.institutionId(), returned.personId(), returned.at());
        tell(decision, returned.sittingId(), MessageKind.APPLICATION_RETURNED, MessageKind.OWN_APPLICATION_RETURNED);
    }

    @ApplicationModuleListener
    void on(ApplicationApproved approved) {
        Decision decision = new Decision(
                "approved", approved.applicationId(), approved.institutionId(), approved.personId(), approved.at());
        tell(decision, approved.sittingId(), MessageKind.APPLICATION_APPROVED, MessageKind.OWN_APPLICATION_APPROVED);
    }

    @ApplicationModuleListener
    void on(ApplicationRejected rejected) {
        Decision decision = new Decision(
                "rejected", rejected.applicationId(), rejected.institutionId(), rejected.personId(), rejected.at());
        tell(decision, rejected.sittingId(), MessageKind.APPLICATION_REJECTED, MessageKind.OWN_APPLICATION_REJECTED);
    }

    private record Decision(
            String what, ApplicationId application, InstitutionId institution, PersonId person, Instant at) {

        // An application can be returned several times.
        String key() {
            return "application-" + what + ":" + application + ":" + at.toEpochMilli();
        }
    }

    private void tell(Decision decision, SittingId sitting, MessageKind institution, MessageKind candidate) {
        Map<Placeholder, Said> values = sittings.of(sitting);
        announcer.announce(new Announcement(
                institution,
                decision.key(),
                addressees.staffOf(decision.institution()),
                values,
                "/roster/" + decision.application()));
        announcer.announce(new Announcement(
                candidate,
                decision.key(),
                List.of(Recipient.of(decision.person())),
                values,
                "/me/application/" + decision.application()));
    }
}
