package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class LearningOutlookTest {

    private static final LocalDate EXAM = LocalDate.of(2026, 12, 26);
    private static final Duration UNIT = Duration.ofMinutes(45);

    @Test
    void thePaceIsCountedFromThePromisedReviewToTheEveOfTheExam() {
        LearningOutlook outlook =
                LearningOutlook.of(LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 15), EXAM, 24, UNIT, 90);
        assertThat(outlook.daysToExam()).isEqualTo(12);
        assertThat(outlook.studyDays()).isEqualTo(11);
        assertThat(outlook.perDay()).isEqualByComparingTo("2.0");
        assertThat(outlook.possible()).isTrue();
        assertThat(outlook.words()).contains("距考试 12 天", "24 课时", "每天需学 2.0 课时");
    }

    @Test
    void whoIsReviewedOnTheDayOfTheExamCannotFinish() {
        LearningOutlook outlook = LearningOutlook.of(EXAM.minusDays(1), EXAM, EXAM, 24, UNIT, 90);
        assertThat(outlook.possible()).isFalse();
        assertThat(outlook.words()).contains("学不完");
    }

    @Test
    void moreThanEightHoursADayAreImpossible() {
        LocalDate eve = EXAM.minusDays(1);
        assertThat(LearningOutlook.of(eve, eve, EXAM, 24, Duration.ofMinutes(20), 90)
                        .possible())
                .isTrue();
        assertThat(LearningOutlook.of(eve, eve, EXAM, 24, Duration.ofMinutes(60), 90)
                        .possible())
                .isFalse();
    }

    @Test
    void whoKeepsThePaceFinishes() {
        Property.check(seeded -> {
            int days = seeded.between(1, 90);
            int units = seeded.between(1, 200);
            int percent = seeded.between(1, 100);
            LearningOutlook outlook =
                    LearningOutlook.of(EXAM.minusDays(days + 1), EXAM.minusDays(days), EXAM, units, UNIT, percent);
            BigDecimal learned = outlook.perDay().multiply(BigDecimal.valueOf(days));
            BigDecimal needed = BigDecimal.valueOf((long) units * percent).movePointLeft(2);
            assertThat(learned).isGreaterThanOrEqualTo(needed);
        });
    }
}
