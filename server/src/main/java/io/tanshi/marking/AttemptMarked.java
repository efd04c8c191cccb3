package io.tanshi.marking;

import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.AdmissionId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** Every item of the attempt has its score. */
public record AttemptMarked(
        AttemptId attemptId, AdmissionId admissionId, SittingId sittingId, Level level, Instant at) {}
