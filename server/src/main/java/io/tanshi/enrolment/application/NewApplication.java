package io.tanshi.enrolment.application;

import io.tanshi.enrolment.BatchId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked row that an institution submits.
 *
 * @param clause the clause relied on; null when that takes a ruling
 * @param rulingRequest why a person should rule although no clause holds; null when none is asked for
 */
public record NewApplication(
        InstitutionId institution,
        SittingId sitting,
        BatchId batch,
        Registration registration,
        List<Document> documents,
        String ruleSet,
        Verdict verdict,
        @Nullable Integer clause,
        @Nullable String rulingRequest) {}
