package io.tanshi.enrolment.application;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an institution put right, after the check.
 *
 * @param documents only those that are new
 */
public record Correction(
        Registration registration,
        Collection<Document> documents,
        String ruleSet,
        Verdict verdict,
        @Nullable Integer clause) {}
