package io.tanshi.enrolment;

import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The applications of all institutions, for the modules that build on an approval. */
public interface Applications {

    /**
     * What others may know of an application; no personal data.
     *
     * @param decidedAt when it was approved or rejected
     */
    record Summary(
            ApplicationId id,
            PersonId personId,
            InstitutionId institutionId,
            SittingId sittingId,
            Level level,
            ApplicationState state,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt) {}

    Optional<Summary> find(ApplicationId id);

    /** Every application of a person, newest first. */
    List<Summary> ofPerson(PersonId person);

    /** The approved application of a person for a sitting. */
    Optional<Summary> approved(PersonId person, SittingId sitting);

    /** The approved applications of a sitting, in the order of their approval. */
    List<Summary> approvedOf(SittingId sitting);
}
