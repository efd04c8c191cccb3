package io.tanshi.enrolment;

import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A reviewer refused the application for good; the person may be registered anew. */
public record ApplicationRejected(
        ApplicationId applicationId, PersonId personId, InstitutionId institutionId, SittingId sittingId, Instant at) {}
