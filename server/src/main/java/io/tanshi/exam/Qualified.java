package io.tanshi.exam;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/**
 * Someone who has fulfilled the requirement of study for a sitting (可考试), seated or not.
 *
 * @param since when it was fulfilled
 */
public record Qualified(PersonId personId, SittingId sittingId, Level level, Instant since) {}
