package io.tanshi.notification.message;

import io.tanshi.enrolment.SittingRoll;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import io.tanshi.notification.template.Said;
import io.tanshi.programme.SittingMoved;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells everybody in a sitting that its dates have changed. */
@Component
class SittingNews {

    private final Announcer announcer;
    private final Addressees addressees;
    private final SittingNames sittings;
    private final SittingRoll roll;

    SittingNews(Announcer announcer, Addressees addressees, SittingNames sittings, SittingRoll roll) {
        this.announcer = announcer;
        this.addressees = addressees;
        this.sittings = sittings;
        this.roll = roll;
    }

    @ApplicationModuleListener
    void on(SittingMoved moved) {
        String key = "sitting-moved:" + moved.sittingId() + ":" + moved.at().toEpochMilli();
        Map<Placeholder, Said> values = Map.of(
                Placeholder.SITTING, sittings.name(moved.sittingId()),
                Placeholder.FROM, Said.same(moved.from()),
                Placeholder.TO, Said.same(moved.to()));
        announcer.announce(new Announcement(
                MessageKind.SITTING_MOVED,
                key,
                addressees.staffOf(roll.institutions(moved.sittingId())),
                values,
                "/institution"));
        announcer.announce(new Announcement(
                MessageKind.OWN_SITTING_MOVED,
                key,
                addressees.candidates(roll.people(moved.sittingId())),
                values,
                "/me"));
    }
}
