package io.tanshi.enrolment.intake.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A sitting known only by its code: the exam is on the fourth Saturday, registration closes seven days before.
 *
 * @param month the code read as a month
 */
record ExamMonth(YearMonth month) {

    private static final int SATURDAY = 4;
    private static final int REGISTRATION_DAYS = 7;

    static Optional<ExamMonth> read(String code) {
        try {
            return Optional.of(new ExamMonth(YearMonth.parse(code)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    String code() {
        return month.toString();
    }

    /** The day on which ages and years are counted. */
    LocalDate asOf() {
        return month.atDay(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(SATURDAY, DayOfWeek.SATURDAY))
                .minusDays(REGISTRATION_DAYS);
    }
}
