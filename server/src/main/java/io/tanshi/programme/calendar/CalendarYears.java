package io.tanshi.programme.calendar;

import static io.tanshi.programme.jooq.Tables.CALENDAR_DAY;
import static io.tanshi.programme.jooq.Tables.CALENDAR_YEAR;

import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import io.tanshi.programme.calendar.CalendarYear.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The announced years, every version of each. */
@Repository
class CalendarYears {

    /** A version of a year with where it came from. */
    record Version(
            CalendarYear year, int number, @Nullable String shippedSha256, String importedBy, Instant importedAt) {}

    private final DSLContext db;

    CalendarYears(DSLContext db) {
        this.db = db;
    }

    /** The version in force of every year, earliest year first. */
    List<Version> current() {
        var newer = CALENDAR_YEAR.as("newer");
        return versions(DSL.notExists(DSL.selectOne()
                .from(newer)
                .where(newer.YEAR.eq(CALENDAR_YEAR.YEAR))
                .and(newer.VERSION.gt(CALENDAR_YEAR.VERSION))));
    }

    /** Every version of one year, newest first. */
    List<Version> versionsOf(int year) {
        return versions(CALENDAR_YEAR.YEAR.eq(year)).reversed();
    }

    Optional<Version> find(int year) {
        return versionsOf(year).stream().findFirst();
    }

    void add(Version version) {
        CalendarYear year = version.year();
        db.insertInto(CALENDAR_YEAR)
                .set(CALENDAR_YEAR.YEAR, year.year())
                .set(CALENDAR_YEAR.VERSION, version.number())
                .set(CALENDAR_YEAR.SOURCE, year.source())
                .set(CALENDAR_YEAR.SHIPPED_SHA256, version.shippedSha256())
                .set(CALENDAR_YEAR.IMPORTED_BY, version.importedBy())
                .set(
                        CALENDAR_YEAR.IMPORTED_AT,
                        version.importedAt().atZone(ReviewPromise.ZONE).toOffsetDateTime())
                .execute();
        db.batch(year.days().stream()
                        .map(day -> db.insertInto(CALENDAR_DAY)
                                .set(CALENDAR_DAY.YEAR, year.year())
                                .set(CALENDAR_DAY.VERSION, version.number())
                                .set(CALENDAR_DAY.DAY, day.date())
                                .set(CALENDAR_DAY.KIND, day.kind().name())
                                .set(CALENDAR_DAY.NAME, day.name()))
                        .toList())
                .execute();
    }

    private List<Version> versions(Condition wanted) {
        Map<List<Integer>, List<CalendarSpecialDay>> days = db.select(
                        CALENDAR_DAY.YEAR, CALENDAR_DAY.VERSION, CALENDAR_DAY.DAY, CALENDAR_DAY.KIND, CALENDAR_DAY.NAME)
                .from(CALENDAR_DAY)
                .fetchGroups(
                        r -> List.of(r.value1(), r.value2()),
                        r -> new CalendarSpecialDay(r.value3(), Kind.valueOf(r.value4()), r.value5()));
        return db.selectFrom(CALENDAR_YEAR)
                .where(wanted)
                .orderBy(CALENDAR_YEAR.YEAR, CALENDAR_YEAR.VERSION)
                .fetch(r -> new Version(
                        new CalendarYear(
                                r.getYear(),
                                r.getSource(),
                                days.getOrDefault(List.of(r.getYear(), r.getVersion()), List.of())),
                        r.getVersion(),
                        r.getShippedSha256(),
                        r.getImportedBy(),
                        r.getImportedAt().toInstant()));
    }
}
