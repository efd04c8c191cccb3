package io.tanshi.exam.seating;

import io.tanshi.enrolment.Applications;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings approval and study together: who has both is seated, or waits for a seat. Telling it twice is harmless. */
@Service
class Candidacies {

    private final CandidacyStore store;
    private final Applications applications;
    private final RoomStore rooms;
    private final Seating seating;

    Candidacies(CandidacyStore store, Applications applications, RoomStore rooms, Seating seating) {
        this.store = store;
        this.applications = applications;
        this.rooms = rooms;
        this.seating = seating;
    }

    @Transactional
    public void requirementMet(Candidacy candidacy) {
        store.add(candidacy);
        consider(candidacy.personId(), candidacy.sittingId());
    }

    @Transactional
    public void consider(PersonId person, SittingId sitting) {
        rooms.lock(sitting);
        store.find(person, sitting)
                .ifPresent(candidacy -> applications.approved(person, sitting).ifPresent(application -> {
                    store.approve(candidacy, application.institutionId());
                    seating.seatWaiting(sitting);
                }));
    }
}
