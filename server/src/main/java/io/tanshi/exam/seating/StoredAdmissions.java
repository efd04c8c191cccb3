package io.tanshi.exam.seating;

import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredAdmissions implements Admissions {

    private final AdmissionStore store;

    private final People people;

    StoredAdmissions(AdmissionStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Admission get(AdmissionId id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("No admission has the id " + id));
    }

    @Override
    public List<Admission> of(PersonId person) {
        return store.of(person);
    }

    @Override
    public Optional<Admission> find(PersonId person, SittingId sitting) {
        return store.find(person, sitting);
    }

    @Override
    public List<Admission> ofSitting(SittingId sitting) {
        return store.ofSitting(sitting);
    }

    @Override
    public Map<AdmissionId, CandidateCard> cards(SittingId sitting) {
        List<Admission> admissions = store.ofSitting(sitting);
        Map<PersonId, PersonView> persons =
                people.views(admissions.stream().map(Admission::personId).toList());
        Map<AdmissionId, CandidateCard> cards = new HashMap<>();
        for (Admission admission : admissions) {
            PersonView person = persons.get(admission.personId());
            if (person != null) {
                cards.put(admission.id(), card(person));
            }
        }
        return cards;
    }

    static CandidateCard card(PersonView person) {
        return new CandidateCard(person.name(), person.maskedIdNumber(), person.photo());
    }
}
