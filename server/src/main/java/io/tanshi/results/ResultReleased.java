package io.tanshi.results;

import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Score;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A result was released; from now on the candidate sees it. */
public record ResultReleased(
        ResultId resultId,
        PersonId personId,
        SittingId sittingId,
        Level level,
        boolean passed,
        Score total,
        Instant at) {}
