package io.tanshi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WorkingDayCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void countingIsTheSameAsWalkingDayByDay() {
        Property.check(seeded -> {
            WorkingDayCalendar calendar = calendar(seeded);
            LocalDate from = seeded.day(FIRST, LocalDate.of(2026, 9, 30));
            int count = seeded.between(1, 50);
            WorkingDayCalendar.Due due = calendar.addWorkingDays(from, count);
            assertThat(calendar.isWorkingDay(due.date())).isTrue();
            assertThat(workingDays(calendar, from, due.date())).isEqualTo(count);
            assertThat(due.provisional()).isEqualTo(due.date().getYear() != 2026);
        });
    }

    @Test
    void twoStepsReachWhatOneStepReaches() {
        Property.check(seeded -> {
            WorkingDayCalendar calendar = calendar(seeded);
            LocalDate from = seeded.day(FIRST, LAST);
            int first = seeded.between(1, 20);
            int second = seeded.between(1, 20);
            LocalDate between = calendar.addWorkingDays(from, first).date();
            assertThat(calendar.addWorkingDays(between, second).date())
                    .isEqualTo(calendar.addWorkingDays(from, first + second).date());
        });
    }

    @Test
    void aLaterStartNeverEndsEarlier() {
        Property.check(seeded -> {
            WorkingDayCalendar calendar = calendar(seeded);
            LocalDate from = seeded.day(FIRST, LAST.minusDays(1));
            int count = seeded.between(1, 50);
            assertThat(calendar.addWorkingDays(from.plusDays(1), count).date())
                    .isAfterOrEqualTo(calendar.addWorkingDays(from, count).date());
        });
    }

    @Test
    void aYearWithoutAnnouncementCountsMondayToFridayAndIsProvisional() {
        WorkingDayCalendar none = new WorkingDayCalendar(Map.of());
        assertThat(none.addWorkingDays(LocalDate.of(2027, 1, 1), 1))
                .isEqualTo(new WorkingDayCalendar.Due(LocalDate.of(2027, 1, 4), true));
    }

    private static long workingDays(WorkingDayCalendar calendar, LocalDate after, LocalDate until) {
        return Stream.iterate(after.plusDays(1), day -> !day.isAfter(until), day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count();
    }

    /** A year with holidays of a few days and some weekends worked instead. */
    private static WorkingDayCalendar calendar(Seeded seeded) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            LocalDate start = seeded.day(FIRST, LAST.minusDays(10));
            for (int day = 0; day < seeded.between(1, 8); day++) {
                off.add(start.plusDays(day));
            }
        }
        for (int i = 0; i < 6; i++) {
            LocalDate day = seeded.day(FIRST, LAST);
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY && !off.contains(day)) {
                worked.add(day);
            }
        }
        return new WorkingDayCalendar(Map.of(2026, new WorkingDayCalendar.Year(off, worked)));
    }
}
