package io.tanshi.programme;

import io.tanshi.kernel.WorkingDayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The promise of a review (deck: 资格审核 1 个工作日内) and the working-time clock behind it, which stops while an
 * application waits for its institution (decisions §2).
 *
 * <p>All instants are read in Asia/Shanghai. The calendar in force is asked for at every call.
 */
public final class ReviewPromise {

    /** The zone of every date of the programme. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * When something is due.
     *
     * @param provisional whether a year without announced days off was counted
     */
    public record DueTime(Instant at, boolean provisional) {}

    /**
     * @param workingDays within how many working days a review is promised
     * @param hours when the clock runs
     */
    public record Terms(int workingDays, OfficeHours hours) {}

    private final Supplier<WorkingDayCalendar> calendar;
    private final Supplier<Terms> terms;

    public ReviewPromise(Supplier<WorkingDayCalendar> calendar, Supplier<Terms> terms) {
        this.calendar = calendar;
        this.terms = terms;
    }

    /** The same promise counted by another calendar. */
    public ReviewPromise with(WorkingDayCalendar other) {
        return new ReviewPromise(() -> other, terms);
    }

    /**
     * Until when something submitted at {@code submitted} is reviewed: the end of the next working day. A submission
     * after the office closes, or on a day off, counts as of the next working day.
     */
    public DueTime dueFor(Instant submitted) {
        WorkingDayCalendar days = calendar.get();
        Terms promised = terms.get();
        LocalDateTime local = LocalDateTime.ofInstant(submitted, ZONE);
        LocalDate counted = local.toLocalDate();
        boolean provisional = !days.isAnnounced(counted.getYear());
        if (!days.isWorkingDay(counted)
                || local.toLocalTime().isAfter(promised.hours().closes())) {
            WorkingDayCalendar.Due next = days.addWorkingDays(counted, 1);
            counted = next.date();
            provisional |= next.provisional();
        }
        WorkingDayCalendar.Due due = days.addWorkingDays(counted, promised.workingDays());
        return new DueTime(
                due.date().atTime(promised.hours().closes()).atZone(ZONE).toInstant(),
                provisional || due.provisional());
    }

    /** Working time from {@code from} to {@code until}; zero when {@code until} is not later. */
    public Duration workingTimeBetween(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Duration.ZERO;
        }
        WorkingDayCalendar days = calendar.get();
        OfficeHours hours = terms.get().hours();
        LocalDateTime start = LocalDateTime.ofInstant(from, ZONE);
        LocalDateTime end = LocalDateTime.ofInstant(until, ZONE);
        Duration sum = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (days.isWorkingDay(day)) {
                LocalTime opens = day.equals(start.toLocalDate()) ? start.toLocalTime() : LocalTime.MIN;
                LocalTime closes = day.equals(end.toLocalDate()) ? end.toLocalTime() : LocalTime.MAX;
                sum = sum.plus(hours.between(opens, closes));
            }
        }
        return sum;
    }

    /**
     * The instant at which {@code remaining} working time has passed after {@code resumed}: where a clock that stopped
     * ends when it goes on. With nothing remaining it is {@code resumed} itself.
     */
    public DueTime resume(Instant resumed, Duration remaining) {
        if (remaining.isNegative()) {
            throw new IllegalArgumentException("Remaining working time is not negative: " + remaining);
        }
        WorkingDayCalendar days = calendar.get();
        OfficeHours hours = terms.get().hours();
        LocalDateTime start = LocalDateTime.ofInstant(resumed, ZONE);
        LocalDate day = start.toLocalDate();
        LocalTime from = start.toLocalTime();
        Duration left = remaining;
        boolean provisional = !days.isAnnounced(day.getYear());
        while (left.isPositive()) {
            if (days.isWorkingDay(day)) {
                Duration today = hours.between(from, LocalTime.MAX);
                if (today.compareTo(left) >= 0) {
                    LocalTime at = timeAfter(hours, from, left);
                    return new DueTime(day.atTime(at).atZone(ZONE).toInstant(), provisional);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            from = LocalTime.MIN;
            provisional |= !days.isAnnounced(day.getYear());
        }
        return new DueTime(resumed, provisional);
    }

    private static LocalTime timeAfter(OfficeHours hours, LocalTime from, Duration needed) {
        Duration left = needed;
        for (OfficeHours.Span span : hours.spans()) {
            LocalTime start = from.isAfter(span.opens()) ? from : span.opens();
            if (start.isBefore(span.closes())) {
                Duration here = Duration.between(start, span.closes());
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("The day has less working time than " + needed);
    }
}
