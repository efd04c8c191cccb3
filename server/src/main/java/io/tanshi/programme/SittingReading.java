package io.tanshi.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** The two readings of the deck's 第四周周六. They differ when a month begins on a Sunday. */
public enum SittingReading {
    /** The fourth Saturday of the month; the default of this installation. */
    FOURTH_SATURDAY("第 4 个周六") {
        @Override
        public LocalDate in(YearMonth month) {
            return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.SATURDAY));
        }
    },
    /** The Saturday of the fourth week, weeks running Monday to Sunday and the first one holding day 1. */
    SATURDAY_OF_FOURTH_WEEK("第 4 周的周六") {
        @Override
        public LocalDate in(YearMonth month) {
            LocalDate firstMonday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return firstMonday.plusWeeks(3).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        }
    };

    private final String label;

    SittingReading(String label) {
        this.label = label;
    }

    /** The reading in words. */
    public String label() {
        return label;
    }

    /** The Saturday this reading points at. */
    public abstract LocalDate in(YearMonth month);

    /** The other reading. */
    public SittingReading other() {
        return this == FOURTH_SATURDAY ? SATURDAY_OF_FOURTH_WEEK : FOURTH_SATURDAY;
    }
}
