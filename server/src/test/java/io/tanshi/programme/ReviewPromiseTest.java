package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReviewPromiseTest {

    private final ReviewPromise promise = Shipped.promise(Shipped.calendar());

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource({
        "2026-12-10T10:00, 2026-12-11T17:30, a Thursday",
        "2026-12-10T17:30, 2026-12-11T17:30, the closing minute still counts",
        "2026-12-10T17:30:01, 2026-12-14T17:30, a second after closing counts as Friday",
        "2026-12-11T09:00, 2026-12-14T17:30, over a weekend",
        "2026-12-12T11:00, 2026-12-15T17:30, Saturday counts as Monday",
        "2026-02-13T16:00, 2026-02-14T17:30, the next day is a worked Saturday",
        "2026-02-14T16:00, 2026-02-24T17:30, over Spring Festival",
        "2026-02-14T23:59:59, 2026-02-25T17:30, after closing before Spring Festival",
        "2026-02-20T10:00, 2026-02-25T17:30, inside Spring Festival counts as the 24th",
        "2026-09-18T09:00, 2026-09-20T17:30, the next working day is a worked Sunday",
        "2026-09-30T09:00, 2026-10-08T17:30, over National Day",
    })
    void aReviewIsDueAtTheEndOfTheNextWorkingDay(LocalDateTime submitted, LocalDateTime due, String why) {
        ReviewPromise.DueTime found = promise.dueFor(at(submitted));
        assertThat(found.at()).as(why).isEqualTo(at(due));
        assertThat(found.provisional()).isFalse();
    }

    @Test
    void aDueTimeInAnUnannouncedYearIsProvisional() {
        ReviewPromise.DueTime due = promise.dueFor(at(LocalDateTime.of(2026, 12, 31, 10, 0)));
        assertThat(due.at()).isEqualTo(at(LocalDateTime.of(2027, 1, 1, 17, 30)));
        assertThat(due.provisional()).isTrue();
    }

    @ParameterizedTest(name = "{0} to {1}: {2} minutes")
    @CsvSource({
        "2026-12-10T09:00, 2026-12-10T17:30, 420",
        "2026-12-10T00:00, 2026-12-10T23:59, 420",
        "2026-12-10T11:30, 2026-12-10T14:00, 60",
        "2026-12-10T12:10, 2026-12-10T13:20, 0",
        "2026-12-11T17:00, 2026-12-14T09:30, 60",
        "2026-02-14T17:00, 2026-02-24T10:00, 90",
        "2026-12-10T10:00, 2026-12-10T09:00, 0",
    })
    void workingTimeRunsInOfficeHoursOnly(LocalDateTime from, LocalDateTime until, long minutes) {
        assertThat(promise.workingTimeBetween(at(from), at(until))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest(name = "{1} minutes after {0} is {2}")
    @CsvSource({
        "2026-12-10T09:00, 180, 2026-12-10T12:00",
        "2026-12-10T09:00, 181, 2026-12-10T13:31",
        "2026-12-10T12:30, 30, 2026-12-10T14:00",
        "2026-12-11T17:00, 60, 2026-12-14T09:30",
        "2026-12-12T10:00, 1, 2026-12-14T09:01",
        "2026-02-14T17:00, 60, 2026-02-24T09:30",
    })
    void aStoppedClockEndsWhereItsRemainderDoes(LocalDateTime resumed, long minutes, LocalDateTime end) {
        assertThat(promise.resume(at(resumed), Duration.ofMinutes(minutes)).at())
                .isEqualTo(at(end));
    }

    @Test
    void nothingRemainingEndsAtOnce() {
        Instant night = at(LocalDateTime.of(2026, 12, 12, 3, 0));
        assertThat(promise.resume(night, Duration.ZERO).at()).isEqualTo(night);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ReviewPromise.ZONE).toInstant();
    }
}
