package io.tanshi.delivery.lockdown.trial;

/** How a check came out. */
enum CheckState {
    GOOD,
    /** Works, but may trouble the candidate. */
    WARNING,
    BAD
}
