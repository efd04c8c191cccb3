package io.tanshi.exam;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A person got room, seat and ticket number. Told once for each admission, also when the seat changes later. */
public record CandidateAdmitted(
        AdmissionId admissionId, PersonId personId, SittingId sittingId, Level level, Instant at) {}
