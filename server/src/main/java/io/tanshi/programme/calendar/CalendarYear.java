package io.tanshi.programme.calendar;

import io.tanshi.kernel.WorkingDayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One announced year: the days that differ from Monday-to-Friday, with the holiday they belong to.
 *
 * @param source the notice that announced it
 * @param days in order of date
 */
public record CalendarYear(int year, String source, List<CalendarSpecialDay> days) {

    /** Days off announced for one year are fewer than this, weekend days inside holidays included. */
    static final int MOST_DAYS_OFF = 60;

    /** Whether a day is off or worked. */
    public enum Kind {
        OFF,
        WORK
    }

    /**
     * A day that an announcement names.
     *
     * @param name the holiday, e.g. 春节
     */
    public record CalendarSpecialDay(LocalDate date, Kind kind, String name) {}

    public CalendarYear {
        Objects.requireNonNull(source, "source");
        days = days.stream()
                .sorted(Comparator.comparing(CalendarSpecialDay::date))
                .toList();
        if (days.stream().anyMatch(day -> day.date().getYear() != year)) {
            throw new IllegalArgumentException("A day lies outside the year " + year);
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    List<LocalDate> dates(Kind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(CalendarSpecialDay::date)
                .toList();
    }

    WorkingDayCalendar.Year forCounting() {
        return new WorkingDayCalendar.Year(
                new java.util.HashSet<>(dates(Kind.OFF)), new java.util.HashSet<>(dates(Kind.WORK)));
    }
}
