package io.tanshi.notification.message;

import io.tanshi.enrolment.SittingRoll;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import io.tanshi.notification.template.Said;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingMoved;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells everybody in a sitting that its dates have changed. */
@Component
class SittingNews {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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
        SittingMoved.Closing closing = moved.closing();
        if (moved.movesExam()) {
            Map<Placeholder, Said> days =
                    Map.of(Placeholder.FROM, Said.same(moved.from()), Placeholder.TO, Said.same(moved.to()));
            tell(moved, MessageKind.SITTING_MOVED, MessageKind.OWN_SITTING_MOVED, days);
        } else if (closing != null) {
            Map<Placeholder, Said> times = Map.of(
                    Placeholder.CLOSING_FROM, Said.same(MINUTE.format(closing.from())),
                    Placeholder.CLOSING_TO, Said.same(MINUTE.format(closing.to())));
            tell(moved, MessageKind.CLOSING_MOVED, MessageKind.OWN_CLOSING_MOVED, times);
        }
    }

    private void tell(
            SittingMoved moved, MessageKind institution, MessageKind candidate, Map<Placeholder, Said> dates) {
        SittingId sitting = moved.sittingId();
        String key = "sitting-moved:" + sitting + ":" + moved.at().toEpochMilli();
        Map<Placeholder, Said> values = new HashMap<>(dates);
        values.put(Placeholder.SITTING, sittings.name(sitting));
        announcer.announce(new Announcement(
                institution, key, addressees.staffOf(roll.institutions(sitting)), values, "/institution"));
        announcer.announce(
                new Announcement(candidate, key, addressees.candidates(roll.people(sitting)), values, "/me"));
    }
}
