package io.tanshi.enrolment.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a check when its rows have been heard.
 *
 * @param rows of the form
 * @param accepted those without a problem
 * @param declaredHeads the number in the name of the photo folder, null when it has none
 * @param foundHeads photo files in the package
 * @param notices about the package as a whole
 * @param loose files that were given to no row
 */
public record BatchSummary(
        int rows,
        int accepted,
        @Nullable Integer declaredHeads,
        int foundHeads,
        List<Notice> notices,
        List<LooseEntry> loose) {
    public BatchSummary {
        notices = List.copyOf(notices);
        loose = List.copyOf(loose);
    }

    /** The same with one thing more to say. */
    public BatchSummary with(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return new BatchSummary(rows, accepted, declaredHeads, foundHeads, more, loose);
    }

    /** The same with more to say, first. */
    BatchSummary with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(more);
        all.addAll(notices);
        return new BatchSummary(rows, accepted, declaredHeads, foundHeads, all, loose);
    }
}
