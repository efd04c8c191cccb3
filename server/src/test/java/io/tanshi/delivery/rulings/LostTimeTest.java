package io.tanshi.delivery.rulings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three minutes in one break count. Spans are in minutes after the bell; the candidate works from 0 to 120. */
final class LostTimeTest {

    private static final Instant BELL = Instant.parse("2026-12-26T01:00:00Z");
    private static final Duration THRESHOLD = Duration.ofMinutes(3);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // case, breaks, incident, given back already, lost
        "one break inside the incident counts whole, 20-26, 15-40, '', 6",
        "a break shorter than the threshold does not count, 20-22, 15-40, '', 0",
        "a break of exactly the threshold counts, 20-23, 15-40, '', 3",
        "two short breaks do not add up to a long one, 20-22 24-26, 15-40, '', 0",
        "two long breaks add up, 20-24 30-35, 15-40, '', 9",
        "what lies before the incident is not its doing, 10-20, 15-40, '', 5",
        "what lies after the incident is not its doing, 38-48, 15-40, '', 2",
        "before the bell nothing is lost, -9-5, -20-40, '', 5",
        "after the deadline nothing is lost, 118-130, 100-140, '', 2",
        "a pause within the break was given back by the clock, 20-40, 15-50, 25-30, 15",
        "a break within a pause lost nothing, 26-29, 15-50, 25-30, 0",
        "an earlier ruling is not given back twice, 20-40, 15-50, 15-40, 0",
        "an earlier ruling of the first part leaves the rest, 20-40, 15-50, 15-30, 10",
        "a pause and an earlier ruling that overlap are taken off once, 20-40, 15-50, 20-30 25-35, 5",
    })
    void theLogSaysWhatWasLost(String name, String breaks, String incident, String returned, long minutes) {
        Duration lost = LostTime.of(spans(breaks), span(incident), span("0-120"), spans(returned), THRESHOLD);
        assertThat(lost).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void minutesAreRoundedInTheCandidatesFavour() {
        assertThat(LostTime.minutes(Duration.ofSeconds(181))).isEqualTo(4);
        assertThat(LostTime.minutes(Duration.ofSeconds(180))).isEqualTo(3);
        assertThat(LostTime.minutes(Duration.ZERO)).isZero();
    }

    private static List<Span> spans(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split(" ")).map(LostTimeTest::span).toList();
    }

    private static Span span(String text) {
        int dash = text.indexOf('-', 1);
        return new Span(at(text.substring(0, dash)), at(text.substring(dash + 1)));
    }

    private static Instant at(String minutes) {
        return BELL.plus(Duration.ofMinutes(Long.parseLong(minutes.strip())));
    }
}
