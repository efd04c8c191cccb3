package io.tanshi.enrolment.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether people who are submitted now can still finish the course before the exam.
 *
 * @param daysToExam from today
 * @param studyDays from the promised end of the review to the eve of the exam
 * @param units length of the course in 课时
 * @param percent share of it that opens the exam
 * @param perDay 课时 a day, rounded up to tenths; zero when no day is left
 */
record LearningOutlook(long daysToExam, long studyDays, int units, int percent, BigDecimal perDay, boolean possible) {

    /** As much as a person can study in a day beside nothing else. */
    private static final Duration MOST_A_DAY = Duration.ofHours(8);

    static LearningOutlook of(
            LocalDate today, LocalDate reviewed, LocalDate exam, int units, Duration unit, int percent) {
        long days = Math.max(0, ChronoUnit.DAYS.between(reviewed, exam));
        BigDecimal needed =
                BigDecimal.valueOf(units).multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        BigDecimal perDay =
                days == 0 ? BigDecimal.ZERO : needed.divide(BigDecimal.valueOf(days), 1, RoundingMode.CEILING);
        boolean possible = days > 0
                && perDay.multiply(BigDecimal.valueOf(unit.toMinutes()))
                                .compareTo(BigDecimal.valueOf(MOST_A_DAY.toMinutes()))
                        <= 0;
        return new LearningOutlook(ChronoUnit.DAYS.between(today, exam), days, units, percent, perDay, possible);
    }

    String words() {
        String begin = "距考试 " + daysToExam + " 天，共 " + units + " 课时；";
        if (studyDays == 0) {
            return begin + "按审核承诺通过时已到考试日，学不完 " + percent + " % 的课时。";
        }
        String pace = begin + "按审核承诺通过后还有 " + studyDays + " 天，每天需学 " + perDay + " 课时（至 " + percent + " %）";
        return pace + (possible ? "。" : "，超过每天 8 小时，学不完。");
    }
}
