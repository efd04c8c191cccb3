package io.tanshi.enrolment.intake;

/** Hears the rows as they are checked. */
public interface BatchListener {

    /** For callers that only want the result. */
    BatchListener SILENT = (row, done, total) -> {};

    /**
     * The forms are read and the files sorted.
     *
     * @param files photos and papers, whosever they are
     */
    default void begins(int rows, int files) {}

    /**
     * A row is checked.
     *
     * @param done rows checked so far, this one included
     * @param total rows of the form
     */
    void checked(RowReport row, int done, int total);
}
