package io.tanshi.delivery;

import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.FormId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as other modules see it.
 *
 * @param submittedAt null until it is handed in or ended
 */
public record AttemptView(
        AttemptId id,
        AdmissionId admissionId,
        FormId formId,
        SittingId sittingId,
        Level level,
        AttemptState state,
        @Nullable Instant submittedAt) {}
