package io.tanshi.exam;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A seated person never entered before the sitting closed (缺考). */
public record CandidateAbsent(
        AdmissionId admissionId, PersonId personId, SittingId sittingId, Level level, Instant at) {}
