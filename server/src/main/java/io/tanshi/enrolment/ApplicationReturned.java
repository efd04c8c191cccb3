package io.tanshi.enrolment;

import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A reviewer asked the institution to put something right; the review clock stands still. */
public record ApplicationReturned(
        ApplicationId applicationId, PersonId personId, InstitutionId institutionId, SittingId sittingId, Instant at) {}
