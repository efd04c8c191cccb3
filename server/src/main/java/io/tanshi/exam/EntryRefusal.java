package io.tanshi.exam;

/** Why someone was not let in. The first says nothing about which of the three entries is wrong. */
public enum EntryRefusal {
    /** Ticket number, document number and room code do not belong together. */
    NO_MATCH,
    /** Too many wrong entries for this ticket or from this address. */
    TOO_MANY_ATTEMPTS,
    /** The administrator has not opened the sitting, or entry begins later. */
    NOT_OPEN_YET,
    /** The time for late entry is over and the candidate has not been in before. */
    TOO_LATE,
    /** The sitting is closed. */
    CLOSED
}
