package io.tanshi.programme.calendar;

import io.tanshi.audit.Actor;
import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import io.tanshi.programme.calendar.CalendarYear.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The announced years that come with the application; an administrator's import of the same year is left alone. */
@Component
public class ShippedCalendar {

    /** The shape of the shipped file. */
    record File(List<FileYear> years) {}

    record FileYear(int year, String source, Map<LocalDate, String> off, Map<LocalDate, String> work) {

        CalendarYear read() {
            List<CalendarSpecialDay> days = new ArrayList<>();
            off.forEach((date, name) -> days.add(new CalendarSpecialDay(date, Kind.OFF, name)));
            work.forEach((date, name) -> days.add(new CalendarSpecialDay(date, Kind.WORK, name)));
            return new CalendarYear(year, source, days);
        }
    }

    private final CalendarYears years;
    private final CalendarImport imports;
    private final JsonMapper json;

    ShippedCalendar(CalendarYears years, CalendarImport imports, JsonMapper json) {
        this.years = years;
        this.imports = imports;
        this.json = json;
    }

    /**
     * @param text the shipped file
     * @param sha256 its fingerprint; a year that was installed from the same file is skipped
     */
    @Transactional
    public void install(String text, String sha256, Actor actor) {
        for (FileYear shipped : json.readValue(text, File.class).years()) {
            Optional<CalendarYears.Version> installed = years.find(shipped.year());
            boolean wanted = installed.isEmpty()
                    || (installed.get().shippedSha256() != null
                            && !installed.get().year().equals(shipped.read()));
            if (wanted) {
                imports.install(shipped.read(), sha256, actor);
            }
        }
    }
}
