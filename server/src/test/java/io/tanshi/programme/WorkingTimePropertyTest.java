package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import io.tanshi.kernel.WorkingDayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class WorkingTimePropertyTest {

    private static final WorkingDayCalendar DAYS = Shipped.calendar();
    private static final ReviewPromise PROMISE = Shipped.promise(DAYS);
    private static final DeadlineRules RULES = Shipped.parameters().deadlineRules();

    @Test
    void aReviewIsAlwaysDueAtTheEndOfAWorkingDayLaterThanItsSubmission() {
        Property.check(seeded -> {
            Instant submitted = instant(seeded);
            LocalDateTime due =
                    LocalDateTime.ofInstant(PROMISE.dueFor(submitted).at(), ReviewPromise.ZONE);
            assertThat(DAYS.isWorkingDay(due.toLocalDate())).isTrue();
            assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 30));
            assertThat(PROMISE.dueFor(submitted).at()).isAfter(submitted);
        });
    }

    @Test
    void aLaterSubmissionIsNeverDueEarlier() {
        Property.check(seeded -> {
            Instant first = instant(seeded);
            Instant second = first.plusSeconds(seeded.between(0, 400_000));
            assertThat(PROMISE.dueFor(second).at())
                    .isAfterOrEqualTo(PROMISE.dueFor(first).at());
        });
    }

    @Test
    void aClockThatStopsAndGoesOnLosesAndGainsNothing() {
        Property.check(seeded -> {
            Instant resumed = instant(seeded);
            Duration remaining = Duration.ofMinutes(seeded.between(1, 3_000));
            Instant end = PROMISE.resume(resumed, remaining).at();
            assertThat(PROMISE.workingTimeBetween(resumed, end)).isEqualTo(remaining);
            assertThat(PROMISE.workingTimeBetween(resumed, end.minusSeconds(1))).isLessThan(remaining);
        });
    }

    @Test
    void workingTimeAddsUpOverAnyBreak() {
        Property.check(seeded -> {
            Instant from = instant(seeded);
            Instant middle = from.plusSeconds(seeded.between(0, 600_000));
            Instant until = middle.plusSeconds(seeded.between(0, 600_000));
            assertThat(PROMISE.workingTimeBetween(from, middle).plus(PROMISE.workingTimeBetween(middle, until)))
                    .isEqualTo(PROMISE.workingTimeBetween(from, until));
        });
    }

    @Test
    void deadlinesKeepTheirOrderWhateverTheExamDate() {
        Property.check(seeded -> {
            LocalDate exam = LocalDate.of(2024, 3, 1).plusDays(seeded.between(0, 1_200));
            Timetable timetable =
                    Timetable.of(new Timetable.Basis(exam, LocalTime.of(9, 0), null, null, RULES), DAYS, PROMISE);
            assertThat(timetable.resultsBy()).isAfter(exam);
            assertThat(timetable.certificatesBy()).isAfter(timetable.resultsBy());
            assertThat(timetable.lookupFrom()).isAfter(timetable.certificatesBy());
            assertThat(timetable.get(MilestoneKey.REGISTRATION_CLOSES).from()).isEqualTo(exam.minusDays(7));
            boolean beyond = timetable.lookupFrom().getYear() > 2026;
            assertThat(timetable.get(MilestoneKey.PUBLIC_LOOKUP).provisional()).isEqualTo(beyond);
        });
    }

    @Test
    void theReadingsDifferExactlyWhenTheMonthBeginsOnASunday() {
        Property.check(seeded -> {
            YearMonth month = YearMonth.of(seeded.between(2024, 2060), seeded.between(1, 12));
            LocalDate fourth = SittingReading.FOURTH_SATURDAY.in(month);
            LocalDate ofWeek = SittingReading.SATURDAY_OF_FOURTH_WEEK.in(month);
            boolean sunday = month.atDay(1).getDayOfWeek() == java.time.DayOfWeek.SUNDAY;
            assertThat(fourth.equals(ofWeek)).isEqualTo(!sunday);
            assertThat(ofWeek).isEqualTo(sunday ? fourth.minusWeeks(1) : fourth);
        });
    }

    private static Instant instant(Seeded seeded) {
        return LocalDateTime.of(2024, 1, 1, 0, 0)
                .plusMinutes(seeded.between(0, 1_400_000))
                .atZone(ReviewPromise.ZONE)
                .toInstant();
    }
}
