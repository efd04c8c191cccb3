package io.tanshi.learning;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.util.Optional;

/** What the server has counted of a person's study. */
public interface StudyProgress {

    /** Empty while no application of this person for this sitting has been approved. */
    Optional<StudyView> of(PersonId person, SittingId sitting);
}
