package io.tanshi.programme.calendar;

import io.tanshi.programme.calendar.CalendarYear.CalendarSpecialDay;
import io.tanshi.programme.calendar.CalendarYear.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A year being read line by line; collects every fault before it answers. */
final class YearDraft {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final int LONGEST_NAME = 20;
    /** Every announcement has them; a paste without them is cut off. */
    private static final Map<MonthDay, String> STATUTORY =
            Map.of(MonthDay.of(1, 1), "元旦", MonthDay.of(5, 1), "劳动节", MonthDay.of(10, 1), "国庆节");

    private static final Map<String, Kind> KINDS = Map.of(
            "off", Kind.OFF,
            "休", Kind.OFF,
            "休息", Kind.OFF,
            "放假", Kind.OFF,
            "work", Kind.WORK,
            "班", Kind.WORK,
            "上班", Kind.WORK,
            "调休", Kind.WORK);

    private final int year;
    private final List<CalendarSpecialDay> days = new ArrayList<>();
    private final List<CalendarFault> faults = new ArrayList<>();
    private final Map<LocalDate, Integer> lineOf = new HashMap<>();

    YearDraft(int year) {
        this.year = year;
    }

    void fault(int line, String found, String expected) {
        faults.add(new CalendarFault(line, found, expected));
    }

    void add(int line, String dateText, String kindText, String name) {
        LocalDate date = date(line, dateText);
        Kind kind = KINDS.get(kindText.strip().toLowerCase(Locale.ROOT));
        if (kind == null) {
            fault(line, kindText, "第二列应为 off（休）或 work（班）");
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            fault(line, name, "节日名称应为 1 至 20 字");
        } else if (date != null && kind != null) {
            take(line, new CalendarSpecialDay(date, kind, name.strip()));
        }
    }

    CalendarReading finish() {
        if (faults.isEmpty()) {
            checkWhole();
        }
        faults.sort(java.util.Comparator.comparingInt(CalendarFault::line));
        return new CalendarReading(days, faults);
    }

    private @Nullable LocalDate date(int line, String text) {
        Matcher parts = DATE.matcher(text.strip());
        if (!parts.matches()) {
            fault(line, text, "日期应写作 %d-02-06".formatted(year));
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            fault(line, text, "没有这一天");
            return null;
        }
    }

    private void take(int line, CalendarSpecialDay day) {
        String text = day.date().toString();
        if (day.date().getYear() != year) {
            fault(line, text, "不在 %d 年内".formatted(year));
            return;
        }
        Integer earlier = lineOf.putIfAbsent(day.date(), line);
        if (earlier != null) {
            fault(line, text, "与第 %d 行是同一天，只保留一行".formatted(earlier));
        } else if (day.kind() == Kind.WORK && !CalendarYear.isWeekend(day.date())) {
            fault(line, text, "这一天是周一至周五，本来就上班；work 只用于调休的周六、周日");
        } else {
            days.add(day);
        }
    }

    private void checkWhole() {
        if (days.isEmpty()) {
            fault(0, "空", "没有读到任何一天，请粘贴国务院办公厅通知中的放假与调休日期");
            return;
        }
        STATUTORY.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(holiday -> days.stream()
                        .noneMatch(day -> day.kind() == Kind.OFF
                                && MonthDay.from(day.date()).equals(holiday.getKey())))
                .forEach(holiday ->
                        fault(0, "缺 " + holiday.getKey().atYear(year), holiday.getValue() + "是法定假日，每年必放；请核对是否漏贴"));
        long off = days.stream().filter(day -> day.kind() == Kind.OFF).count();
        if (off > CalendarYear.MOST_DAYS_OFF) {
            fault(0, off + " 个休息日", "只列节日放假（含相连的周末），不要列全年周末");
        }
    }
}
