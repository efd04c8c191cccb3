package io.tanshi.learning;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A candidate has the counted hours that open the exam (deck: at least 90 %). Told once for each sitting. */
public record LearningRequirementMet(PersonId personId, SittingId sittingId, Level level, Instant at) {}
