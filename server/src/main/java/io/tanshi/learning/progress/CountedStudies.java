package io.tanshi.learning.progress;

import io.tanshi.enrolment.BegunStudies;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import org.springframework.stereotype.Component;

/** A study has begun when the first seconds of it are counted. */
@Component
class CountedStudies implements BegunStudies {

    private final StudyStore studies;

    CountedStudies(StudyStore studies) {
        this.studies = studies;
    }

    @Override
    public boolean hasBegun(PersonId person, SittingId sitting) {
        return studies.find(person, sitting)
                .filter(study -> study.counted().isPositive())
                .isPresent();
    }
}
