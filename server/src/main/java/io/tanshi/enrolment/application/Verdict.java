package io.tanshi.enrolment.application;

import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import org.jspecify.annotations.Nullable;

/** What the rules say about an application when it is submitted. */
public enum Verdict {
    /** A clause of the level holds. */
    ELIGIBLE,
    /** A clause would hold if the reviewer ruled that the unlisted major is a related one. */
    NEEDS_RULING,
    /** No clause holds; the institution asked for a ruling by a person. */
    RULING_REQUESTED;

    /** What the rules say; without a verdict, or when no clause comes near, only a person can rule. */
    public static Verdict of(@Nullable EligibilityVerdict verdict) {
        if (verdict == null) {
            return RULING_REQUESTED;
        }
        if (verdict.isEligible()) {
            return ELIGIBLE;
        }
        return verdict.needsRulingOnMajor() ? NEEDS_RULING : RULING_REQUESTED;
    }
}
