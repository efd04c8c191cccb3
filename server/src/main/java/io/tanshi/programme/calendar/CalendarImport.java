package io.tanshi.programme.calendar;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.kernel.WorkingDayCalendar;
import io.tanshi.platform.Problem;
import io.tanshi.programme.CalendarImported;
import io.tanshi.programme.ProgrammeError;
import io.tanshi.programme.sitting.DeadlineRecount;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes an announced year in, and counts every deadline anew that it touches. */
@Service
class CalendarImport {

    /** What an administrator pastes. */
    record Paste(int year, String source, String text) {}

    /** What an import would do: faults, or the days and the deadlines that move. */
    record Outlook(CalendarReading reading, int replacesVersion, List<DeadlineRecount.Shift> shifts) {}

    private final CalendarYears years;
    private final CurrentCalendar current;
    private final DeadlineRecount deadlines;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarImport(
            CalendarYears years,
            CurrentCalendar current,
            DeadlineRecount deadlines,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.years = years;
        this.current = current;
        this.deadlines = deadlines;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Outlook check(Paste paste) {
        CalendarReading reading = read(paste);
        int replaces =
                years.find(paste.year()).map(CalendarYears.Version::number).orElse(0);
        if (!reading.faults().isEmpty()) {
            return new Outlook(reading, replaces, List.of());
        }
        WorkingDayCalendar after = with(yearOf(paste, reading)).calendar();
        return new Outlook(reading, replaces, deadlines.between(current.current(), after));
    }

    /**
     * @throws Problem with the lines that are wrong; nothing has changed then
     */
    @Transactional
    public CalendarYears.Version run(Paste paste, Actor actor) {
        CalendarReading reading = read(paste);
        if (!reading.faults().isEmpty()) {
            throw refused(reading.faults());
        }
        return install(yearOf(paste, reading), null, actor);
    }

    /** Installs a year as its next version, within the caller's transaction. */
    CalendarYears.Version install(CalendarYear year, @Nullable String shippedSha256, Actor actor) {
        Instant now = clock.instant();
        int number = years.find(year.year()).map(CalendarYears.Version::number).orElse(0) + 1;
        CurrentCalendar.Snapshot after = with(year);
        List<DeadlineRecount.Shift> shifts = deadlines.between(current.current(), after.calendar());
        CalendarYears.Version version = new CalendarYears.Version(year, number, shippedSha256, actor.label(), now);
        years.add(version);
        deadlines.note(shifts, "%d 年放假安排导入".formatted(year.year()), actor);
        trail.record(
                actor,
                "programme.calendar-imported",
                "calendar-year",
                year.year(),
                Map.of(
                        "version",
                        number,
                        "source",
                        year.source(),
                        "days",
                        year.days().size(),
                        "shifts",
                        shifts.size()));
        events.publishEvent(new CalendarImported(year.year(), now));
        afterCommit(() -> current.hold(after));
        return version;
    }

    private CalendarReading read(Paste paste) {
        int thisYear = LocalDate.now(clock).getYear();
        if (paste.year() < thisYear - 5 || paste.year() > thisYear + 2) {
            throw Problem.of(
                            ProgrammeError.CALENDAR_REFUSED,
                            "年份应在 %d 至 %d 之间，发现 %d。".formatted(thisYear - 5, thisYear + 2, paste.year()))
                    .field("year", "年份超出范围");
        }
        return CalendarText.read(paste.year(), paste.text());
    }

    private static CalendarYear yearOf(Paste paste, CalendarReading reading) {
        return new CalendarYear(paste.year(), paste.source().strip(), reading.days());
    }

    private CurrentCalendar.Snapshot with(CalendarYear added) {
        List<CalendarYear> all = new ArrayList<>(years.current().stream()
                .map(CalendarYears.Version::year)
                .filter(year -> year.year() != added.year())
                .toList());
        all.add(added);
        return CurrentCalendar.Snapshot.of(all);
    }

    private static Problem refused(List<CalendarFault> faults) {
        Problem problem =
                Problem.of(ProgrammeError.CALENDAR_REFUSED, "有 %d 处需要改正，日历没有变化。请按各行提示改正后再导入。".formatted(faults.size()));
        for (CalendarFault fault : faults) {
            problem.field("line-" + fault.line(), fault.words());
        }
        return problem;
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
