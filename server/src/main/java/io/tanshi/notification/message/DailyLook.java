package io.tanshi.notification.message;

import io.tanshi.enrolment.SittingRoll;
import io.tanshi.identity.session.Role;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import io.tanshi.notification.template.Said;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What comes closer without anybody doing anything: the end of a registration and the promised time of reviews. Looking
 * several times a day tells nobody twice.
 */
@Component
class DailyLook {

    /** So many days before the end institutions hear of rows that they have not submitted. */
    private static final int DAYS_BEFORE = 3;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Announcer announcer;
    private final Addressees addressees;
    private final Sittings sittings;
    private final SittingRoll roll;
    private final Clock clock;

    DailyLook(Announcer announcer, Addressees addressees, Sittings sittings, SittingRoll roll, Clock clock) {
        this.announcer = announcer;
        this.addressees = addressees;
        this.sittings = sittings;
        this.roll = roll;
        this.clock = clock;
    }

    /** Looks at the present business day. */
    void look() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        sittings.upcoming().stream()
                .filter(sitting -> sitting.registrationOpen(now))
                .filter(sitting -> !today.plusDays(DAYS_BEFORE).isBefore(sitting.asOf()))
                .forEach(this::closing);
        reviews(now, today);
    }

    private void closing(Sitting sitting) {
        String closes = MINUTE.format(sitting.registrationClosesAt().atZone(clock.getZone()));
        announcer.announce(new Announcement(
                MessageKind.REGISTRATION_CLOSING,
                // A closing that was moved is told anew.
                "registration-closing:" + sitting.id() + ":" + sitting.registrationClosesAt(),
                addressees.staffOf(roll.institutionsWithDrafts(sitting.id())),
                Map.of(
                        Placeholder.SITTING, SittingNames.name(sitting),
                        Placeholder.DEADLINE, Said.same(closes)),
                "/batches"));
    }

    private void reviews(Instant now, LocalDate today) {
        Instant midnight = today.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        SittingRoll.WaitingReviews waiting = roll.waitingReviews(now, midnight);
        if (waiting.overdue() + waiting.due() == 0) {
            return;
        }
        announcer.announce(new Announcement(
                MessageKind.REVIEW_DUE,
                "review-due:" + today,
                addressees.with(Role.REVIEWER, Role.ADMINISTRATOR),
                Map.of(
                        Placeholder.OVERDUE, Said.same(waiting.overdue()),
                        Placeholder.DUE, Said.same(waiting.due())),
                "/review"));
    }
}
