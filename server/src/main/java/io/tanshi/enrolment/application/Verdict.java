package io.tanshi.enrolment.application;

/** What the rules say about an application when it is submitted. */
public enum Verdict {
    /** A clause of the level holds. */
    ELIGIBLE,
    /** A clause would hold if the reviewer ruled that the unlisted major is a related one. */
    NEEDS_RULING,
    /** No clause holds; the institution asked for a ruling by a person. */
    RULING_REQUESTED
}
