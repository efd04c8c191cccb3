package io.tanshi.enrolment.application;

import java.util.Optional;

/** Parts of a document number by which people look for it. */
public final class Numbers {

    private static final int TAIL = 4;

    private Numbers() {}

    /** The last four characters; empty when there are not so many. */
    public static Optional<String> tail(String documentNumber) {
        int length = documentNumber.length();
        return length < TAIL ? Optional.empty() : Optional.of(documentNumber.substring(length - TAIL));
    }
}
