package io.tanshi.enrolment.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a package.
 *
 * @param rows in the order of the form
 * @param declaredHeads the number in the name of the photo folder, null when it has none
 * @param foundHeads photo files in the package
 * @param notices about the package as a whole
 */
public record BatchReport(List<RowReport> rows, @Nullable Integer declaredHeads, int foundHeads, List<Notice> notices) {
    public BatchReport {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /** Rows without a problem. */
    public int accepted() {
        return (int) rows.stream().filter(RowReport::isAccepted).count();
    }

    public boolean isAllAccepted() {
        return accepted() == rows.size();
    }
}
