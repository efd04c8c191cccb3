package io.tanshi.programme.calendar;

import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import java.util.List;

/**
 * What was read of a pasted announcement.
 *
 * @param days the lines that could be read
 * @param faults by line; the announcement is imported only when there are none
 */
record CalendarReading(List<CalendarSpecialDay> days, List<CalendarFault> faults) {

    CalendarReading {
        days = List.copyOf(days);
        faults = List.copyOf(faults);
    }
}
