package io.tanshi.exam.seating;

import io.tanshi.exam.Qualifications;
import io.tanshi.exam.Qualified;
import io.tanshi.identity.session.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredQualifications implements Qualifications {

    private final CandidacyStore store;

    StoredQualifications(CandidacyStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Qualified> latest(PersonId person) {
        return store.of(person).stream()
                .findFirst()
                .map(c -> new Qualified(c.personId(), c.sittingId(), c.level(), c.requirementMetAt()));
    }
}
