package io.tanshi.delivery;

import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.FormId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** An attempt was handed in, by the candidate or by the system at the deadline; its responses are final. */
public record AttemptSubmitted(
        AttemptId attemptId, AdmissionId admissionId, FormId formId, SittingId sittingId, Level level, Instant at) {}
