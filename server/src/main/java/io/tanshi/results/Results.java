package io.tanshi.results;

import io.tanshi.identity.session.PersonId;
import java.util.List;

/** The released results. */
public interface Results {

    /** The person's released results, the latest first; nothing that is not released yet. */
    List<Result> of(PersonId person);
}
