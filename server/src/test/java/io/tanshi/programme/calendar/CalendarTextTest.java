package io.tanshi.programme.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import io.tanshi.programme.calendar.CalendarYear.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class CalendarTextTest {

    private static final String RIGHT = """
            日期,休或班,名称
            2027-01-01, off, 元旦
            2027/2/6，休，春节
            2027年2月14日\t班\t春节
            # 注释
            2027-05-01, OFF, 劳动节

            2027.10.1; off; 国庆节
            """;

    @Test
    void linesAreReadHoweverTheyArePasted() {
        CalendarReading reading = CalendarText.read(2027, RIGHT);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.days())
                .contains(
                        new CalendarSpecialDay(LocalDate.of(2027, 2, 6), Kind.OFF, "春节"),
                        new CalendarSpecialDay(LocalDate.of(2027, 2, 14), Kind.WORK, "春节"))
                .hasSize(5);
    }

    @Test
    void everyFaultNamesItsLine() {
        CalendarReading reading = CalendarText.read(2027, """
                2027-01-01, off, 元旦
                2027-02-30, off, 春节
                2026-12-31, off, 元旦
                2027-01-01, off, 元旦
                2027-02-08, work, 春节
                2027-03-01, free, 春节
                二月六日, off, 春节
                2027-05-01, off
                2027-10-01, off,
                """);
        assertThat(reading.faults()).extracting(CalendarFault::line).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(reading.faults().get(0).expected()).isEqualTo("没有这一天");
        assertThat(reading.faults().get(2).expected()).contains("第 1 行");
    }

    @Test
    void aPasteThatWasCutOffIsNotTaken() {
        CalendarReading reading = CalendarText.read(2027, "2027-01-01, off, 元旦\n2027-02-06, off, 春节\n");
        assertThat(reading.faults()).extracting(CalendarFault::found).containsExactly("缺 2027-05-01", "缺 2027-10-01");
        assertThat(CalendarText.read(2027, "\n").faults()).hasSize(1);
    }

    @Test
    void jsonIsReadInTheShapeOfTheShippedFile() {
        CalendarReading reading = CalendarText.read(2027, """
                {
                  "year": 2027,
                  "off": {
                    "2027-01-01": "元旦",
                    "2027-05-01": "劳动节",
                    "2027-10-01": "国庆节"
                  },
                  "work": { "2027-02-14": "春节" }
                }
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.days()).hasSize(4);
    }

    @Test
    void aFaultInJsonNamesItsLineToo() {
        CalendarReading twice = CalendarText.read(2027, """
                {
                  "off": {
                    "2027-01-01": "元旦",
                    "2027-01-01": "元旦",
                    "2027-05-01": 5
                  }
                }
                """);
        assertThat(twice.faults()).extracting(CalendarFault::line).containsExactly(4, 5);
        CalendarReading broken = CalendarText.read(2027, "{\n \"off\": {\n  \"2027-01-01\" \"元旦\"\n");
        assertThat(broken.faults()).extracting(CalendarFault::line).containsExactly(3);
    }

    @Test
    void aListOfAllWeekendsIsNotAnAnnouncement() {
        StringBuilder text = new StringBuilder("2027-05-01, off, 劳动节\n2027-10-01, off, 国庆节\n2027-01-01, off, 元旦\n");
        LocalDate.of(2027, 1, 3)
                .datesUntil(LocalDate.of(2027, 12, 31))
                .filter(CalendarYear::isWeekend)
                .filter(day -> !day.equals(LocalDate.of(2027, 5, 1)))
                .forEach(day -> text.append(day).append(", off, 周末\n"));
        assertThat(CalendarText.read(2027, text.toString()).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isZero());
    }
}
