package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import org.jspecify.annotations.Nullable;

/**
 * A file of the package that was given to no row.
 *
 * @param material what its name announces, null when it is a photo or says nothing
 * @param photo whether it looks like somebody's photo
 * @param row the row that it is doubtful for, counted from 1 as they are checked; null when there is none
 */
public record LooseEntry(
        PackageEntry entry,
        Reason reason,
        boolean photo,
        @Nullable Material material,
        @Nullable Integer row) {

    /** Why the file was given to nobody. */
    public enum Reason {
        /** The name is of nobody in the form. */
        NO_ROW,
        /** The number is that of a row, the name is not. */
        NAME_DIFFERS,
        /** The name is that of a row, the number is not. */
        NUMBER_DIFFERS,
        /** A picture whose name says neither whose nor what it is. */
        UNKNOWN
    }
}
