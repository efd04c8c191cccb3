package io.tanshi.exam.seating;

import static io.tanshi.exam.jooq.Tables.RUN;

import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.RoomId;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingOpened;
import io.tanshi.exam.forms.MadeForms;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.cli.Console;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A sitting with many seated candidates for {@code ./tanshi bench delivery}; the measured server is another start, as
 * shipped, on the same data. The bell stands a day ahead: the measurement moves it when everyone is at the door.
 */
@Component
@Profile("bench-delivery")
class MadeSitting {

    private static final int SEATS = 500;
    private static final int AT_ONCE = 250;

    private final MadeForms forms;
    private final SiteStore sites;
    private final RoomStore rooms;
    private final AdmissionStore admissions;
    private final People people;
    private final Sittings sittings;
    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    @Value("${tanshi.bench.candidates}")
    private int candidates;

    @Value("${tanshi.bench.file}")
    private Path file = Path.of("");

    MadeSitting(
            MadeForms forms,
            SiteStore sites,
            RoomStore rooms,
            AdmissionStore admissions,
            People people,
            Sittings sittings,
            DSLContext db,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.forms = forms;
        this.sites = sites;
        this.rooms = rooms;
        this.admissions = admissions;
        this.people = people;
        this.sittings = sittings;
        this.db = db;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Writes what each candidate types at the door into the file, one a line. */
    @EventListener(ApplicationReadyEvent.class)
    void make() throws IOException {
        SittingId sitting = sittings.upcoming().getFirst().id();
        forms.make(sitting, Level.SENIOR);
        List<String> doors = new ArrayList<>(candidates);
        List<Room> made = new ArrayList<>();
        transaction.executeWithoutResult(_ -> made.addAll(rooms(sitting)));
        for (int from = 0; from < candidates; from += AT_ONCE) {
            int start = from;
            transaction.executeWithoutResult(_ -> {
                for (int i = start; i < Math.min(candidates, start + AT_ONCE); i++) {
                    doors.add(seat(sitting, made.get(i / SEATS), i));
                }
            });
        }
        transaction.executeWithoutResult(_ -> open(sitting));
        Files.write(file, doors);
        Console.system().out().println("BENCH " + sitting);
    }

    private List<Room> rooms(SittingId sitting) {
        Site site = new Site(Ids.next(), "测量考点", "测量路 1 号", "", "");
        sites.add(site, clock.instant());
        List<Room> made = new ArrayList<>();
        for (int i = 0; i * SEATS < candidates; i++) {
            Room room = new Room(RoomId.next(), sitting, site, (i + 1) + " 机房", SEATS, RoomCode.draw());
            rooms.add(room, clock.instant());
            made.add(room);
        }
        return made;
    }

    private String seat(SittingId sitting, Room room, int i) {
        String number = "1101011990%08d".formatted(i);
        PersonId person = people.register(new PersonDetails("测量" + i, number, "13800000000", null));
        String ticket = "9%09d".formatted(i);
        admissions.add(
                new Admission(
                        AdmissionId.next(),
                        person,
                        sitting,
                        Level.SENIOR,
                        ticket,
                        room.site().name(),
                        room.name(),
                        room.id(),
                        i % SEATS + 1,
                        AdmissionState.SEATED),
                clock.instant());
        return ticket + " " + number + " " + room.code();
    }

    private void open(SittingId sitting) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(RUN)
                .set(RUN.SITTING_ID, sitting.value())
                .set(RUN.STATE, RunState.OPEN.name())
                .set(RUN.STARTS_AT, now.plus(Duration.ofDays(1)))
                .set(RUN.DURATION_MINUTES, 120)
                .set(RUN.LATE_ENTRY_MINUTES, 30)
                .set(RUN.EARLIEST_HAND_IN_MINUTES, 0)
                .set(RUN.GRACE_MINUTES, 3)
                .set(RUN.LOST_TIME_FROM_MINUTES, 3)
                .set(RUN.OPENED_AT, now)
                .set(RUN.OPENED_BY_LABEL, "测量")
                .execute();
        events.publishEvent(new SittingOpened(sitting, clock.instant()));
    }
}
