package io.tanshi.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day is in the calendar in force.
 *
 * @param announced whether the year's days off are announced; if not, the day is judged by its weekday alone
 * @param holiday the holiday that makes it a day off or a worked weekend day, e.g. 春节; null for an ordinary day
 * @param dayOfHoliday how many days the holiday has lasted with this one, 0 when it is none
 */
public record CalendarDay(
        LocalDate date,
        boolean workingDay,
        boolean announced,
        @Nullable String holiday,
        int dayOfHoliday) {

    private static final String[] WEEKDAYS = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};

    /** 周一 … 周日. */
    public static String weekday(LocalDate date) {
        return WEEKDAYS[date.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()];
    }

    /** What falls on the day, in words: 春节假期第 7 天, 调休上班日（春节）, 周六. */
    public String words() {
        if (!announced) {
            return weekday(date) + "，%d 年放假安排未公布".formatted(date.getYear());
        }
        if (holiday == null) {
            return weekday(date);
        }
        return workingDay ? "调休上班日（%s），在职考生须请假".formatted(holiday) : "%s假期第 %d 天".formatted(holiday, dayOfHoliday);
    }
}
