package io.tanshi.programme.calendar;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import io.tanshi.programme.calendar.CalendarYear.Kind;
import io.tanshi.programme.sitting.DeadlineRecount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/calendar")
@Requires(Role.ADMINISTRATOR)
class CalendarController {

    private final CalendarYears years;
    private final CalendarImport imports;
    private final Clock clock;

    CalendarController(CalendarYears years, CalendarImport imports, Clock clock) {
        this.years = years;
        this.imports = imports;
        this.clock = clock;
    }

    /** A year of the list: announced years, and those ahead that are not. */
    record CalendarYearSummary(
            int year,
            boolean announced,
            int version,
            String source,
            int daysOff,
            int workingWeekends,
            int workingDays,
            String importedBy,
            @Nullable OffsetDateTime importedAt) {}

    /** One announced year with its days and its earlier versions. */
    record CalendarYearPage(
            CalendarYearSummary summary, List<CalendarSpecialDay> days, List<CalendarYearSummary> earlier) {}

    /** The text of an announcement, as lines or JSON. */
    record CalendarPasteRequest(
            int year,

            @NotBlank(message = "请写明依据，例如通知的名称和日期") @Size(max = 100, message = "最多 100 字")
            String source,

            @NotBlank(message = "请粘贴放假与调休日期") @Size(max = 20_000, message = "内容过长")
            String text) {

        CalendarImport.Paste paste() {
            return new CalendarImport.Paste(year, source, text);
        }
    }

    /** What an import would do. */
    record CalendarOutlook(
            List<CalendarFault> faults,
            List<CalendarSpecialDay> days,
            int workingDays,
            int replacesVersion,
            List<CalendarShiftView> shifts) {}

    /** A deadline that would move or become firm. */
    record CalendarShiftView(
            String sitting, String deadline, LocalDate before, LocalDate after, boolean nowProvisional) {

        static CalendarShiftView of(DeadlineRecount.Shift shift) {
            return new CalendarShiftView(
                    shift.sittingName(), shift.key().label(), shift.before(), shift.after(), shift.nowProvisional());
        }
    }

    /** From the latest year ahead to the earliest announced one. */
    @GetMapping
    List<CalendarYearSummary> years() {
        List<CalendarYears.Version> announced = years.current();
        int thisYear = LocalDate.now(clock).getYear();
        int first = announced.isEmpty() ? thisYear : announced.getFirst().year().year();
        int last = announced.isEmpty() ? thisYear : announced.getLast().year().year();
        return IntStream.rangeClosed(Math.min(first, thisYear), Math.max(last, thisYear + 1))
                .mapToObj(year -> announced.stream()
                        .filter(version -> version.year().year() == year)
                        .findFirst()
                        .map(CalendarController::summary)
                        .orElseGet(() -> unannounced(year)))
                .toList()
                .reversed();
    }

    @GetMapping("/{year}")
    CalendarYearPage year(@PathVariable int year) {
        List<CalendarYears.Version> versions = years.versionsOf(year);
        if (versions.isEmpty()) {
            throw Problem.notFound(year + " 年的工作日历");
        }
        return new CalendarYearPage(
                summary(versions.getFirst()),
                versions.getFirst().year().days(),
                versions.stream().skip(1).map(CalendarController::summary).toList());
    }

    @PostMapping("/outlook")
    CalendarOutlook outlook(@Valid @RequestBody CalendarPasteRequest body) {
        CalendarImport.Outlook outlook = imports.check(body.paste());
        List<CalendarSpecialDay> days = outlook.reading().days();
        boolean right = outlook.reading().faults().isEmpty();
        return new CalendarOutlook(
                outlook.reading().faults(),
                days,
                right ? workingDays(new CalendarYear(body.year(), body.source(), days)) : 0,
                outlook.replacesVersion(),
                outlook.shifts().stream().map(CalendarShiftView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CalendarYearSummary run(@Valid @RequestBody CalendarPasteRequest body, CurrentAccount me) {
        return summary(imports.run(body.paste(), me.actor()));
    }

    private static CalendarYearSummary summary(CalendarYears.Version version) {
        CalendarYear year = version.year();
        return new CalendarYearSummary(
                year.year(),
                true,
                version.number(),
                year.source(),
                year.dates(Kind.OFF).size(),
                year.dates(Kind.WORK).size(),
                workingDays(year),
                version.importedBy(),
                version.importedAt().atZone(ReviewPromise.ZONE).toOffsetDateTime());
    }

    private static CalendarYearSummary unannounced(int year) {
        CalendarYear plain = new CalendarYear(year, "", List.of());
        return new CalendarYearSummary(year, false, 0, "", 0, 0, workingDays(plain), "", null);
    }

    private static int workingDays(CalendarYear year) {
        var calendar = CurrentCalendar.Snapshot.of(List.of(year)).calendar();
        LocalDate first = LocalDate.of(year.year(), 1, 1);
        return Math.toIntExact(first.datesUntil(first.plusYears(1))
                .filter(calendar::isWorkingDay)
                .count());
    }
}
