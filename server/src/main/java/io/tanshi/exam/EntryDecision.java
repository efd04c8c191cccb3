package io.tanshi.exam;

/** The answer at the door. */
public sealed interface EntryDecision {

    /** May enter, or come back after an interruption. */
    record Admitted(Admission admission, CandidateCard card) implements EntryDecision {}

    /** May not; the words are for the candidate. */
    record Refused(EntryRefusal reason, String words) implements EntryDecision {}
}
