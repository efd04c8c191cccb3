package io.tanshi.programme.calendar;

import io.tanshi.kernel.WorkingDayCalendar;
import io.tanshi.programme.CalendarDay;
import io.tanshi.programme.WorkingDays;
import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import io.tanshi.programme.calendar.CalendarYear.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the calendar in memory; an import replaces it once its transaction has committed. */
@Component
class CurrentCalendar implements WorkingDays {

    /** The years in force, ready for counting and for naming. */
    record Snapshot(WorkingDayCalendar calendar, Map<LocalDate, CalendarSpecialDay> special) {

        static Snapshot of(List<CalendarYear> years) {
            Map<Integer, WorkingDayCalendar.Year> announced = new HashMap<>();
            Map<LocalDate, CalendarSpecialDay> special = new HashMap<>();
            for (CalendarYear year : years) {
                announced.put(year.year(), year.forCounting());
                year.days().forEach(day -> special.put(day.date(), day));
            }
            return new Snapshot(new WorkingDayCalendar(announced), Map.copyOf(special));
        }

        CalendarDay on(LocalDate date) {
            CalendarSpecialDay named = special.get(date);
            return new CalendarDay(
                    date,
                    calendar.isWorkingDay(date),
                    calendar.isAnnounced(date.getYear()),
                    named == null ? null : named.name(),
                    named == null || named.kind() == Kind.WORK ? 0 : dayOfHoliday(date));
        }

        private int dayOfHoliday(LocalDate date) {
            int count = 1;
            for (LocalDate day = date.minusDays(1); isOff(day); day = day.minusDays(1)) {
                count++;
            }
            return count;
        }

        private boolean isOff(LocalDate day) {
            CalendarSpecialDay named = special.get(day);
            return named != null && named.kind() == Kind.OFF;
        }
    }

    private final CalendarYears years;
    private final AtomicReference<@Nullable Snapshot> held = new AtomicReference<>();

    CurrentCalendar(CalendarYears years) {
        this.years = years;
    }

    @Override
    public WorkingDayCalendar current() {
        return snapshot().calendar();
    }

    @Override
    public CalendarDay on(LocalDate day) {
        return snapshot().on(day);
    }

    void hold(Snapshot snapshot) {
        held.set(snapshot);
    }

    private Snapshot snapshot() {
        Snapshot known = held.get();
        if (known != null) {
            return known;
        }
        Snapshot read = Snapshot.of(
                years.current().stream().map(CalendarYears.Version::year).toList());
        // Never over a newer one that an import put here meanwhile.
        held.compareAndSet(null, read);
        return read;
    }
}
