package io.tanshi.exam.seating;

import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who has fulfilled the requirement of study for a sitting.
 *
 * @param institution that registered the person; null until the application is approved
 */
record Candidacy(
        SittingId sittingId,
        PersonId personId,
        Level level,
        Instant requirementMetAt,
        @Nullable InstitutionId institution) {}
