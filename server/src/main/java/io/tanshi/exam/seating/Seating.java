package io.tanshi.exam.seating;

import io.tanshi.audit.Actor;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives waiting candidates a seat and a ticket as long as there are free seats. */
@Component
class Seating {

    private static final Actor SYSTEM = Actor.system("seating");

    private final RoomStore rooms;
    private final SiteStore sites;
    private final AdmissionStore admissions;
    private final CandidacyStore candidacies;
    private final TicketNumbers tickets;
    private final AdmissionBook book;
    private final Sittings sittings;
    private final SittingRuns runs;

    Seating(
            RoomStore rooms,
            SiteStore sites,
            AdmissionStore admissions,
            CandidacyStore candidacies,
            TicketNumbers tickets,
            AdmissionBook book,
            Sittings sittings,
            SittingRuns runs) {
        this.rooms = rooms;
        this.sites = sites;
        this.admissions = admissions;
        this.candidacies = candidacies;
        this.tickets = tickets;
        this.book = book;
        this.sittings = sittings;
        this.runs = runs;
    }

    /** Seats everyone who waits, as far as the seats reach. The caller holds the sitting's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int seatWaiting(SittingId id) {
        List<Candidacy> waiting = candidacies.waiting(id);
        if (waiting.isEmpty() || runs.of(id).state() == RunState.CLOSED) {
            return 0;
        }
        SeatPlan plan = plan(id);
        Sitting sitting = sittings.get(id);
        int seated = 0;
        for (Candidacy candidacy : waiting) {
            Optional<SeatPlan.Seat> seat = plan.takeNext(candidacy.institution());
            if (seat.isEmpty()) {
                break;
            }
            admit(candidacy, seat.get(), sitting);
            seated++;
        }
        return seated;
    }

    /** The rooms with every seat that is taken. */
    SeatPlan plan(SittingId sitting) {
        SeatPlan plan = new SeatPlan(rooms.ofSitting(sitting), sites.preferences());
        Map<PersonId, InstitutionId> institutions = candidacies.institutions(sitting);
        admissions
                .ofSitting(sitting)
                .forEach(admission ->
                        plan.take(admission.roomId(), admission.seat(), institutions.get(admission.personId())));
        return plan;
    }

    private void admit(Candidacy candidacy, SeatPlan.Seat seat, Sitting sitting) {
        AdmissionState state = AdmissionVerb.ADMIT.from(null).orElseThrow();
        Admission admission = new Admission(
                AdmissionId.next(),
                candidacy.personId(),
                sitting.id(),
                candidacy.level(),
                tickets.next(sitting.examDate(), candidacy.level()),
                seat.room().site().name(),
                seat.room().name(),
                seat.room().id(),
                seat.number(),
                state);
        book.admit(admission, SYSTEM);
    }
}
