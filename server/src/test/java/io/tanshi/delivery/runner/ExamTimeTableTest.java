package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to each line of the table in docs/time-of-the-exam.md. */
final class ExamTimeTableTest {

    private static final Instant BELL = Instant.parse("2026-12-26T01:00:00Z");
    private static final ExamTime PLAIN = new ExamTime(
            BELL,
            Duration.ofMinutes(120),
            Duration.ofMinutes(30),
            Duration.ofMinutes(3),
            Duration.ZERO,
            Duration.ZERO,
            null);

    static Stream<Arguments> lines() throws IOException {
        return Files.readAllLines(Path.of("../docs/time-of-the-exam.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| case"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toArray())
                .map(Arguments::of);
    }

    @Test
    void theTableIsThere() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theClockKeepsTheTable(
            String name,
            String extra,
            String paused,
            String now,
            String given,
            String deadline,
            ExamTime.SaveRuling answer,
            ExamTime.HandInRuling handIn,
            String due) {
        ExamTime time = PLAIN;
        for (String minutes : extra.split("\\+")) {
            time = time.plusExtra(Duration.ofMinutes(Long.parseLong(minutes.strip())));
        }
        for (String pause : pauses(paused)) {
            String[] ends = pause.split("–");
            time = time.pausedFrom(at(ends[0]));
            time = ends.length > 1 ? time.resumedAt(at(ends[1])) : time;
        }
        assertThat(time.deadline(at(now))).isEqualTo(at(deadline));
        assertThat(time.save(at(now), at(given))).isEqualTo(answer);
        assertThat(time.handIn(at(now))).isEqualTo(handIn);
        assertThat(time.isDue(at(now))).isEqualTo(due.equals("yes"));
    }

    private static List<String> pauses(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Instant at(String minutesAndSeconds) {
        boolean negative = minutesAndSeconds.startsWith("-");
        String[] parts = minutesAndSeconds.replace("-", "").split(":");
        Duration after = Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
        return negative ? BELL.minus(after) : BELL.plus(after);
    }
}
