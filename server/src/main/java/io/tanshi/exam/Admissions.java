package io.tanshi.exam;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is admitted to which sitting, and where they sit. */
public interface Admissions {

    /** @throws java.util.NoSuchElementException when no admission has that id */
    Admission get(AdmissionId id);

    /** All admissions of a person, the latest sitting first. */
    List<Admission> of(PersonId person);

    Optional<Admission> find(PersonId person, SittingId sitting);

    /** By site, room and seat. */
    List<Admission> ofSitting(SittingId sitting);

    /** The cards of everyone admitted to the sitting, for the invigilator's board. */
    Map<AdmissionId, CandidateCard> cards(SittingId sitting);
}
