package io.tanshi.exam;

import io.tanshi.identity.session.PersonId;
import java.util.Optional;

/** Who has fulfilled the requirement of study. */
public interface Qualifications {

    /** For the sitting whose requirement the person fulfilled last. */
    Optional<Qualified> latest(PersonId person);
}
