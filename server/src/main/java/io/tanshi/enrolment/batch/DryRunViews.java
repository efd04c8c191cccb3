package io.tanshi.enrolment.batch;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page of the dry run receives. */
final class DryRunViews {

    private DryRunViews() {}

    /**
     * What submitting the batch now would do. Nothing is written.
     *
     * @param learning absent where no course is kept
     */
    record DryRunView(
            DryRunGroup fresh,
            DryRunGroup updates,
            DryRunGroup skipped,
            DryRunGroup blocked,
            @Nullable LearningView learning) {}

    /**
     * Rows with the same fate.
     *
     * @param rows how many there are
     * @param first the first of them, by their number
     */
    record DryRunGroup(int rows, List<DryRunRow> first) {}

    /**
     * One person.
     *
     * @param origin the file it stands in, absent where its number is enough to find it
     * @param basis what the registration would rely on
     * @param changes for an update, what would change
     * @param papers for an update, the documents that would be replaced
     * @param words why the row is skipped or blocked; empty otherwise
     */
    record DryRunRow(
            UUID id,
            int row,
            @Nullable String origin,
            String name,
            String maskedNumber,
            String level,
            String basis,
            List<FieldChange> changes,
            List<String> papers,
            String words) {}

    /** One cell of the registration, numbers masked. */
    record FieldChange(String label, String before, String after) {}

    /** See {@link LearningOutlook}. */
    record LearningView(
            long daysToExam,
            long studyDays,
            int units,
            int percent,
            BigDecimal perDay,
            boolean possible,
            String words) {
        static LearningView of(LearningOutlook outlook) {
            return new LearningView(
                    outlook.daysToExam(),
                    outlook.studyDays(),
                    outlook.units(),
                    outlook.percent(),
                    outlook.perDay(),
                    outlook.possible(),
                    outlook.words());
        }
    }
}
