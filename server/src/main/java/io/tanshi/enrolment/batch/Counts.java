package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.batch.BatchRow.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch in figures: what submitting it would do now.
 *
 * @param fresh rows that would become new applications
 * @param updates rows that would correct a returned application
 * @param skipped rows of the latest upload, of people who are registered already and that say nothing new
 * @param blocked rows that have to be put right first
 * @param noticed rows that can be submitted and carry a notice
 * @param submitted rows that are applications already
 */
record Counts(int fresh, int updates, int skipped, int blocked, int noticed, int submitted) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    static Counts of(List<RowStore.Tick> ticks, @Nullable Upload latest) {
        return of(ticks, latest == null ? 0 : latest.skipped());
    }

    static Counts of(List<RowStore.Tick> ticks, int skipped) {
        int fresh = 0;
        int updates = 0;
        int blocked = 0;
        int noticed = 0;
        int submitted = 0;
        for (RowStore.Tick tick : ticks) {
            if (tick.stage() == Stage.SUBMITTED) {
                submitted++;
            } else if (tick.stage() == Stage.CURRENT && !tick.codes().isEmpty()) {
                blocked++;
            } else if (tick.stage() == Stage.CURRENT) {
                fresh += tick.updates() ? 0 : 1;
                updates += tick.updates() ? 1 : 0;
                noticed += tick.notices().isEmpty() ? 0 : 1;
            }
        }
        return new Counts(fresh, updates, skipped, blocked, noticed, submitted);
    }

    /** Rows that a submission would hand to the reviewers. */
    int ready() {
        return fresh + updates;
    }

    /** Rows that are no applications yet, with those that would become none. */
    int unsubmitted() {
        return ready() + skipped + blocked;
    }
}
