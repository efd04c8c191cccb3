package io.tanshi.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One date, or span of days, that follows from a sitting's exam date.
 *
 * @param until the last day of a span; equal to {@code from} for a single day
 * @param time the time of day when the rule names one
 * @param provisional whether a year was counted whose days off are not announced (暂定)
 * @param rule the rule in the words of the notice, e.g. 考后 15 工作日
 */
public record Milestone(
        MilestoneKey key,
        LocalDate from,
        LocalDate until,
        @Nullable LocalTime time,
        boolean provisional,
        String rule) {

    public Milestone {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(key + " ends before it begins: " + from + " – " + until);
        }
    }

    static Milestone on(MilestoneKey key, LocalDate day, @Nullable LocalTime time, boolean provisional, String rule) {
        return new Milestone(key, day, day, time, provisional, rule);
    }

    public boolean isSpan() {
        return !from.equals(until);
    }
}
