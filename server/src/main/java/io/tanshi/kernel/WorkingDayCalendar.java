package io.tanshi.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The working days of the People's Republic of China as announced year by year by the State Council.
 *
 * <p>Years that are not announced count Monday to Friday; a deadline that touches such a year is provisional (暂定).
 *
 * @param years the announced years
 */
public record WorkingDayCalendar(Map<Integer, Year> years) {

    /**
     * One announced year.
     *
     * @param daysOff days off, including the weekend days inside a holiday
     * @param workingWeekends Saturdays and Sundays that are worked instead (调休)
     */
    public record Year(Set<LocalDate> daysOff, Set<LocalDate> workingWeekends) {
        public Year {
            daysOff = Set.copyOf(daysOff);
            workingWeekends = Set.copyOf(workingWeekends);
        }
    }

    /**
     * A date reached by counting working days.
     *
     * @param provisional whether a year without announcement was touched, so that the date may still move
     */
    public record Due(LocalDate date, boolean provisional) {}

    public WorkingDayCalendar {
        years = Map.copyOf(years);
    }

    public boolean isAnnounced(int year) {
        return years.containsKey(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        Year year = years.get(day.getYear());
        if (year == null) {
            return isWeekday(day);
        }
        return year.workingWeekends().contains(day)
                || (isWeekday(day) && !year.daysOff().contains(day));
    }

    /**
     * The {@code count}-th working day after {@code from}; counting starts with the day after.
     *
     * @param count at least 1
     */
    public Due addWorkingDays(LocalDate from, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Count at least one working day: " + count);
        }
        LocalDate day = from;
        boolean provisional = !isAnnounced(from.getYear());
        for (int counted = 0; counted < count; ) {
            day = day.plusDays(1);
            provisional |= !isAnnounced(day.getYear());
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return new Due(day, provisional);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
