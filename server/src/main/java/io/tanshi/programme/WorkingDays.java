package io.tanshi.programme;

import io.tanshi.kernel.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.List;

/** The working-day calendar in force. */
public interface WorkingDays {

    /** Every announced year that was imported; cheap to call, held in memory. */
    WorkingDayCalendar current();

    /** What a day is, with its holiday. */
    CalendarDay on(LocalDate day);

    /** Each day from {@code from} to {@code until}, both included. */
    default List<CalendarDay> between(LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1)).map(this::on).toList();
    }
}
