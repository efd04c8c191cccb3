package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bell rings at 09:00, 120 minutes, hand-in from 09:30, 3 minutes of grace. Times are minutes:seconds after it. */
final class ExamTimeTest {

    private static final Instant BELL = Instant.parse("2026-12-26T01:00:00Z");
    private static final ExamTime PLAIN = new ExamTime(
            BELL,
            Duration.ofMinutes(120),
            Duration.ofMinutes(30),
            Duration.ofMinutes(3),
            Duration.ZERO,
            Duration.ZERO,
            null);

    @ParameterizedTest(name = "arrived {0}, given {1}: {2}")
    @CsvSource({
        // arrives, given, ruling
        "-00:01, -00:01, NOT_BEGUN",
        " 00:00,  00:00, ACCEPTED",
        " 60:00,  59:58, ACCEPTED",
        // A wrong clock at the candidate's machine decides nothing before the deadline.
        " 60:00, 300:00, ACCEPTED",
        "119:59, 119:59, ACCEPTED",
        "120:00, 119:59, ACCEPTED",
        "120:00, 120:00, ACCEPTED",
        "120:01, 120:01, GIVEN_TOO_LATE",
        "122:59, 120:00, ACCEPTED",
        "122:59, 122:58, GIVEN_TOO_LATE",
        "123:00, 119:00, OVER",
        "999:00, 100:00, OVER",
    })
    void anAnswerCountsByItsArrivalAndInTheGraceByWhenItWasGiven(
            String arrived, String given, ExamTime.SaveRuling ruling) {
        assertThat(PLAIN.save(at(arrived), at(given))).isEqualTo(ruling);
    }

    @ParameterizedTest(name = "extra {0} min, arrived {1}, given {2}: {3}")
    @CsvSource({
        "10, 125:00, 124:59, ACCEPTED",
        "10, 130:01, 130:00, ACCEPTED",
        "10, 132:59, 130:01, GIVEN_TOO_LATE",
        "10, 133:00, 129:00, OVER",
    })
    void extraTimeMovesTheDeadlineAndTheGrace(long extra, String arrived, String given, ExamTime.SaveRuling ruling) {
        assertThat(PLAIN.plusExtra(Duration.ofMinutes(extra)).save(at(arrived), at(given)))
                .isEqualTo(ruling);
    }

    @ParameterizedTest(name = "paused at 40:00, arrived {0}, given {1}: {2}")
    @CsvSource({
        "40:05, 39:59, ACCEPTED",
        // Until the pause has reached the screen.
        "40:20, 40:15, ACCEPTED",
        "40:20, 40:16, PAUSED",
        "300:00, 39:00, ACCEPTED",
        "300:00, 50:00, PAUSED",
    })
    void duringAPauseOnlyWhatWasAnsweredBeforeItIsTaken(String arrived, String given, ExamTime.SaveRuling ruling) {
        assertThat(PLAIN.pausedFrom(at("40:00")).save(at(arrived), at(given))).isEqualTo(ruling);
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "-00:01, NOT_BEGUN",
        " 00:00, TOO_EARLY",
        " 29:59, TOO_EARLY",
        " 30:00, ALLOWED",
        "120:00, ALLOWED",
        "122:59, ALLOWED",
    })
    void handingInOpensAfterHalfAnHour(String now, ExamTime.HandInRuling ruling) {
        assertThat(PLAIN.handIn(at(now))).isEqualTo(ruling);
    }

    @Test
    void nobodyHandsInDuringAPause() {
        assertThat(PLAIN.pausedFrom(at("40:00")).handIn(at("41:00"))).isEqualTo(ExamTime.HandInRuling.PAUSED);
    }

    @Test
    void handingInIsOpenAfterTheDeadlineEvenOfAShortExam() {
        ExamTime shortExam = new ExamTime(
                BELL,
                Duration.ofMinutes(20),
                Duration.ofMinutes(30),
                Duration.ofMinutes(3),
                Duration.ZERO,
                Duration.ZERO,
                null);
        assertThat(shortExam.handIn(at("20:00"))).isEqualTo(ExamTime.HandInRuling.ALLOWED);
    }

    @Test
    void whoEntersLateLosesTheTime() {
        assertThat(PLAIN.remaining(at("25:00"))).isEqualTo(Duration.ofMinutes(95));
    }

    @Test
    void theRemainingTimeIsNeverNegative() {
        assertThat(PLAIN.remaining(at("500:00"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void theClockStandsStillDuringAPauseAndRunsOnAfterIt() {
        ExamTime paused = PLAIN.pausedFrom(at("40:00"));
        assertThat(paused.remaining(at("40:00"))).isEqualTo(Duration.ofMinutes(80));
        assertThat(paused.remaining(at("55:30"))).isEqualTo(Duration.ofMinutes(80));
        ExamTime resumed = paused.resumedAt(at("55:30"));
        assertThat(resumed.deadline(at("56:00"))).isEqualTo(at("135:30"));
        assertThat(resumed.pausedAt()).isNull();
    }

    @Test
    void twoPausesAddUp() {
        ExamTime time = PLAIN.pausedFrom(at("10:00"))
                .resumedAt(at("12:00"))
                .pausedFrom(at("20:00"))
                .resumedAt(at("25:00"));
        assertThat(time.deadline(at("30:00"))).isEqualTo(at("127:00"));
    }

    @ParameterizedTest(name = "at {0}: due {1}")
    @CsvSource({"120:00, false", "122:59, false", "123:00, true"})
    void theSystemHandsInWhenTheGraceIsOver(String now, boolean due) {
        assertThat(PLAIN.isDue(at(now))).isEqualTo(due);
    }

    @Test
    void aPausedAttemptIsNeverDue() {
        assertThat(PLAIN.pausedFrom(at("119:00")).isDue(at("999:00"))).isFalse();
    }

    private static Instant at(String minutesAndSeconds) {
        String text = minutesAndSeconds.strip();
        boolean negative = text.startsWith("-");
        String[] parts = (negative ? text.substring(1) : text).split(":");
        Duration after = Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
        return negative ? BELL.minus(after) : BELL.plus(after);
    }
}
