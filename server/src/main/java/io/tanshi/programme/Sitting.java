package io.tanshi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * An exam period (考期), held on one stored date.
 *
 * @param code year and month, e.g. {@code 2026-12}
 * @param name as people say it, e.g. 2026 年 12 月考期
 * @param startsAt local time of the bell
 * @param registrationClosesAt the last instant of registration, which is also the as-of date of eligibility
 * @param timetable every date that follows, some of them provisional
 */
public record Sitting(
        SittingId id,
        String code,
        String name,
        LocalDate examDate,
        LocalTime startsAt,
        Instant registrationClosesAt,
        Timetable timetable) {

    /** The instant of the bell. */
    public Instant examAt() {
        return examDate.atTime(startsAt).atZone(ReviewPromise.ZONE).toInstant();
    }

    /** Whether an application can still be submitted at {@code now}. */
    public boolean registrationOpen(Instant now) {
        return !now.isAfter(registrationClosesAt);
    }

    /** The day on which eligibility is judged (decisions §2: as-of date = registration deadline). */
    public LocalDate asOf() {
        return LocalDate.ofInstant(registrationClosesAt, ReviewPromise.ZONE);
    }
}
