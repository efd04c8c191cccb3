package io.tanshi.learning.progress;

import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.StudyProgress;
import io.tanshi.learning.StudyView;
import io.tanshi.programme.SittingId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredProgress implements StudyProgress {

    private final StudyStore studies;

    StoredProgress(StudyStore studies) {
        this.studies = studies;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StudyView> of(PersonId person, SittingId sitting) {
        return studies.find(person, sitting).map(Study::view);
    }
}
