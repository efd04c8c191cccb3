package io.tanshi.results;

import io.tanshi.exam.AdmissionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Score;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate reached in a sitting.
 *
 * @param passMark the pass mark in force when it was composed
 */
public record Result(
        ResultId id,
        AdmissionId admissionId,
        PersonId personId,
        SittingId sittingId,
        Level level,
        Score singleChoice,
        Score multipleChoice,
        Score extendedText,
        Score total,
        Score passMark,
        ResultState state,
        @Nullable OffsetDateTime releasedAt) {

    public boolean passed() {
        return total.compareTo(passMark) >= 0;
    }
}
