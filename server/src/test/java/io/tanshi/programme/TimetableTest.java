package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.kernel.WorkingDayCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimetableTest {

    private static final WorkingDayCalendar DAYS = Shipped.calendar();
    private static final DeadlineRules RULES = Shipped.parameters().deadlineRules();

    /** Domain table 5.3: results, certificates and look-up counted from the fourth Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2025-02, 2025-02-22, 2025-02-22, 2025-03-14, 2025-04-27, 2025-05-07",
        "2025-04, 2025-04-26, 2025-04-26, 2025-05-20, 2025-07-02, 2025-07-09",
        "2025-06, 2025-06-28, 2025-06-21, 2025-07-18, 2025-08-29, 2025-09-05",
        "2025-08, 2025-08-23, 2025-08-23, 2025-09-12, 2025-10-30, 2025-11-06",
        "2025-10, 2025-10-25, 2025-10-25, 2025-11-14, 2025-12-26, 2026-01-05",
        "2025-12, 2025-12-27, 2025-12-27, 2026-01-19, 2026-03-06, 2026-03-13",
        "2026-02, 2026-02-28, 2026-02-21, 2026-03-20, 2026-05-07, 2026-05-13",
        "2026-04, 2026-04-25, 2026-04-25, 2026-05-19, 2026-07-01, 2026-07-08",
        "2026-06, 2026-06-27, 2026-06-27, 2026-07-17, 2026-08-28, 2026-09-04",
        "2026-08, 2026-08-22, 2026-08-22, 2026-09-11, 2026-10-29, 2026-11-05",
    })
    void theTableOfTheDomainHolds(
            YearMonth month,
            LocalDate fourth,
            LocalDate otherwise,
            LocalDate results,
            LocalDate certificates,
            LocalDate lookup) {
        assertThat(SittingReading.FOURTH_SATURDAY.in(month)).isEqualTo(fourth);
        assertThat(SittingReading.SATURDAY_OF_FOURTH_WEEK.in(month)).isEqualTo(otherwise);
        Timetable timetable = of(fourth, DAYS);
        assertThat(timetable.resultsBy()).isEqualTo(results);
        assertThat(timetable.certificatesBy()).isEqualTo(certificates);
        assertThat(timetable.lookupFrom()).isEqualTo(lookup);
        assertThat(timetable.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02, 2027-02-27, 2027-02-27",
        "2027-04, 2027-04-24, 2027-04-24",
        "2027-06, 2027-06-26, 2027-06-26",
        "2027-08, 2027-08-28, 2027-08-21",
        "2027-10, 2027-10-23, 2027-10-23",
        "2027-12, 2027-12-25, 2027-12-25",
    })
    void theReadingsDifferInAugust2027Only(YearMonth month, LocalDate fourth, LocalDate otherwise) {
        assertThat(SittingReading.FOURTH_SATURDAY.in(month)).isEqualTo(fourth);
        assertThat(SittingReading.SATURDAY_OF_FOURTH_WEEK.in(month)).isEqualTo(otherwise);
    }

    @Test
    void aDeadlineInAnUnannouncedYearIsProvisionalAndCountsMondayToFriday() {
        Timetable october = of(LocalDate.of(2026, 10, 24), DAYS);
        assertThat(october.get(MilestoneKey.RESULTS)).satisfies(m -> {
            assertThat(m.from()).isEqualTo("2026-11-13");
            assertThat(m.provisional()).isFalse();
        });
        assertThat(october.get(MilestoneKey.CERTIFICATES).from()).isEqualTo("2026-12-25");
        assertThat(october.get(MilestoneKey.CERTIFICATES).provisional()).isFalse();
        assertThat(october.get(MilestoneKey.PUBLIC_LOOKUP).provisional()).isTrue();

        Timetable december = of(LocalDate.of(2026, 12, 26), DAYS);
        assertThat(december.get(MilestoneKey.RESULTS).provisional()).isTrue();
        assertThat(december.resultsBy()).isEqualTo("2027-01-15");
        assertThat(december.certificatesBy()).isEqualTo("2027-02-26");
        assertThat(december.lookupFrom()).isEqualTo("2027-03-05");
        assertThat(december.get(MilestoneKey.REGISTRATION_CLOSES).provisional()).isFalse();
    }

    @Test
    void anAnnouncementMakesTheSameDeadlineFirm() {
        LocalDate exam = LocalDate.of(2025, 12, 27);
        Timetable before = of(exam, Shipped.calendarWithout(2026));
        Timetable after = of(exam, DAYS);
        assertThat(before.get(MilestoneKey.RESULTS).provisional()).isTrue();
        assertThat(before.resultsBy()).isEqualTo("2026-01-16");
        assertThat(after.get(MilestoneKey.RESULTS).provisional()).isFalse();
        assertThat(after.resultsBy()).isEqualTo("2026-01-19");
    }

    @Test
    void theStepsBeforeTheExamAreCalendarDays() {
        Timetable timetable = of(LocalDate.of(2026, 12, 26), DAYS);
        Milestone closes = timetable.get(MilestoneKey.REGISTRATION_CLOSES);
        assertThat(closes.from()).isEqualTo("2026-12-19");
        assertThat(closes.time()).isEqualTo(LocalTime.of(23, 59, 59));
        assertThat(timetable.get(MilestoneKey.SPRINT_CLASS))
                .extracting(Milestone::from, Milestone::until)
                .containsExactly(LocalDate.of(2026, 12, 19), LocalDate.of(2026, 12, 25));
        assertThat(timetable.get(MilestoneKey.MOCK_EXAM))
                .extracting(Milestone::from, Milestone::until)
                .containsExactly(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 24));
        // Submitted on Saturday night: counts as Monday, reviewed by Tuesday evening.
        assertThat(timetable.get(MilestoneKey.LAST_REVIEW).from()).isEqualTo("2026-12-22");
    }

    @Test
    void whatWasSetByHandStands() {
        LocalDateTime closing = LocalDateTime.of(2026, 2, 13, 17, 30);
        Timetable.Basis basis = new Timetable.Basis(
                LocalDate.of(2026, 2, 28), LocalTime.of(9, 0), closing, LocalDate.of(2026, 4, 1), RULES);
        Timetable timetable = Timetable.of(basis, DAYS, Shipped.promise(DAYS));
        assertThat(timetable.get(MilestoneKey.REGISTRATION_CLOSES).from()).isEqualTo("2026-02-13");
        // 02-14 is a worked Saturday.
        assertThat(timetable.get(MilestoneKey.LAST_REVIEW).from()).isEqualTo("2026-02-14");
        assertThat(timetable.lookupFrom()).isEqualTo("2026-04-01");
        assertThat(basis.closingByRule()).isEqualTo("2026-02-21T23:59:59");
    }

    private static Timetable of(LocalDate exam, WorkingDayCalendar days) {
        Timetable.Basis basis = new Timetable.Basis(exam, LocalTime.of(9, 0), null, null, RULES);
        return Timetable.of(basis, days, Shipped.promise(days));
    }
}
