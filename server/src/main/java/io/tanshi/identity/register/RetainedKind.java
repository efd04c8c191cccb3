package io.tanshi.identity.register;

import java.time.Instant;

/** A kind of document with a term after which it goes. */
public interface RetainedKind {

    /** What the term is about: how many are due, and how many of them stay because something else needs them. */
    record Due(int removable, int kept) {}

    /** Stable word, for example {@code enrolment.packages}. */
    String code();

    /** As the administrator reads it. */
    String label();

    /** From when the term counts. */
    String countedFrom();

    /** The default of this installation. */
    int defaultMonths();

    /** @param before whatever the term counts from lies before this */
    Due due(Instant before);

    /** Removes those, in a transaction of its own per few. */
    Due purge(Instant before);
}
