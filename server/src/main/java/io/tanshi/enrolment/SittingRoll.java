package io.tanshi.enrolment;

import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.Set;

/** Who is concerned by the dates of a sitting and of its reviews; opaque ids and figures only. */
public interface SittingRoll {

    /**
     * Applications that wait for a review.
     *
     * @param overdue whose promised time has passed
     * @param due whose promised time comes before the asked instant
     */
    record WaitingReviews(int overdue, int due) {}

    /** Institutions with checked rows that they have not submitted. */
    Set<InstitutionId> institutionsWithDrafts(SittingId sitting);

    /** Institutions that have applications, or rows not submitted yet. */
    Set<InstitutionId> institutions(SittingId sitting);

    /** Everybody who is, or may still come to be, registered. */
    Set<PersonId> people(SittingId sitting);

    /** @param until the end of the time that counts as soon */
    WaitingReviews waitingReviews(Instant now, Instant until);
}
