package io.tanshi.exam.seating;

import io.tanshi.exam.Admission;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.seating.RoomViews.LevelCountView;
import io.tanshi.exam.seating.RoomViews.RoomBoardView;
import io.tanshi.exam.seating.RoomViews.RoomView;
import io.tanshi.exam.seating.RoomViews.SeatView;
import io.tanshi.exam.seating.RoomViews.WaitingView;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays rooms, seats and the waiting list of a sitting out, with the names of the people. */
@Component
class RoomBoard {

    private final RoomStore rooms;
    private final AdmissionStore admissions;
    private final CandidacyStore candidacies;
    private final SittingRuns runs;
    private final People people;
    private final Institutions institutions;
    private final Clock clock;

    RoomBoard(
            RoomStore rooms,
            AdmissionStore admissions,
            CandidacyStore candidacies,
            SittingRuns runs,
            People people,
            Institutions institutions,
            Clock clock) {
        this.rooms = rooms;
        this.admissions = admissions;
        this.candidacies = candidacies;
        this.runs = runs;
        this.people = people;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public RoomBoardView of(Sitting sitting) {
        List<Room> all = rooms.ofSitting(sitting.id());
        List<Admission> seated = admissions.ofSitting(sitting.id());
        List<Candidacy> waiting = candidacies.waiting(sitting.id());
        Map<PersonId, PersonView> persons = people.views(Stream.concat(
                        seated.stream().map(Admission::personId),
                        waiting.stream().map(Candidacy::personId))
                .toList());
        SittingRun run = runs.of(sitting.id());
        return new RoomBoardView(
                sitting.id().value(),
                sitting.name(),
                sitting.examDate(),
                run.state(),
                run.label(clock.instant()),
                at(run.entryOpensAt()),
                at(run.startsAt()),
                at(run.endsAt()),
                all.stream().mapToInt(Room::capacity).sum(),
                seated.size(),
                levels(seated, waiting),
                all.stream().map(room -> view(room, seated, persons)).toList(),
                waiting.stream().map(candidacy -> view(candidacy, persons)).toList());
    }

    private static List<LevelCountView> levels(List<Admission> seated, List<Candidacy> waiting) {
        return Arrays.stream(Level.values())
                .map(level -> new LevelCountView(
                        level,
                        level.label(),
                        (int) seated.stream().filter(a -> a.level() == level).count(),
                        (int) waiting.stream().filter(c -> c.level() == level).count()))
                .toList();
    }

    private static RoomView view(Room room, List<Admission> seated, Map<PersonId, PersonView> persons) {
        List<SeatView> seats = seated.stream()
                .filter(admission -> admission.roomId().equals(room.id()))
                .map(admission -> view(admission, persons.get(admission.personId())))
                .toList();
        return new RoomView(
                room.id().value(),
                room.site().name(),
                room.site().address(),
                room.name(),
                room.capacity(),
                seats.size(),
                room.code(),
                seats);
    }

    private static SeatView view(Admission admission, @Nullable PersonView person) {
        return new SeatView(
                admission.id().value(),
                admission.seat(),
                admission.ticketNumber(),
                name(person),
                person == null ? "" : person.maskedIdNumber(),
                admission.level().label(),
                admission.state(),
                admission.state().label());
    }

    private WaitingView view(Candidacy candidacy, Map<PersonId, PersonView> persons) {
        InstitutionId institution = candidacy.institution();
        return new WaitingView(
                candidacy.personId().value(),
                name(persons.get(candidacy.personId())),
                institution == null ? "" : institutions.view(institution).name(),
                candidacy.level().label(),
                at(candidacy.requirementMetAt()));
    }

    private static String name(@Nullable PersonView person) {
        return person == null ? "—" : person.name();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
