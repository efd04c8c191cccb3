package io.tanshi.enrolment.intake;

/** Which photo, if any, belongs to a row. */
sealed interface PhotoMatch {

    /** By number and name, or by the one of them that is there. */
    record Found(FileRole.Photo photo) implements PhotoMatch {}

    /** The number is this person's, the name is not. */
    record WrongName(FileRole.Photo photo) implements PhotoMatch {}

    /** The name is this person's, the number is not. */
    record WrongNumber(FileRole.Photo photo) implements PhotoMatch {}

    /** Nothing in the package. */
    record Missing() implements PhotoMatch {}
}
