package io.tanshi.enrolment.application;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.BatchId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands, with its data.
 *
 * @param ruleSet the version of the conditions it is judged by
 * @param clause the number of the clause relied on; null when that takes a ruling
 * @param version for saying which state a decision was made on
 */
public record Dossier(
        ApplicationId id,
        InstitutionId institution,
        SittingId sitting,
        BatchId batch,
        PersonId person,
        Level level,
        ApplicationState state,
        ReviewClock clock,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        Registration registration,
        String ruleSet,
        Verdict verdict,
        @Nullable Integer clause,
        int version) {}
