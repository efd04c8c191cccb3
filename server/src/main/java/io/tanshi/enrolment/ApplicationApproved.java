package io.tanshi.enrolment;

import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A reviewer found the application in order: the person is registered for the sitting. */
public record ApplicationApproved(
        ApplicationId applicationId,
        PersonId personId,
        InstitutionId institutionId,
        SittingId sittingId,
        Level level,
        Instant at) {}
