package io.tanshi.programme;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * The hours of a working day during which a promised clock runs.
 *
 * @param spans in order, without overlap; e.g. 09:00–12:00 and 13:30–17:30
 */
public record OfficeHours(List<Span> spans) {

    /** From {@code opens} (inclusive) to {@code closes}. */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("Office hours end after they begin: " + opens + "–" + closes);
            }
        }
    }

    public OfficeHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("A working day has office hours");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).opens().isBefore(spans.get(i - 1).closes())) {
                throw new IllegalArgumentException("Office hours overlap: " + spans);
            }
        }
    }

    /**
     * Reads {@code 09:00-12:00, 13:30-17:30}.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    public static OfficeHours parse(String text) {
        return new OfficeHours(
                List.of(text.split(",")).stream().map(OfficeHours::parseSpan).toList());
    }

    private static Span parseSpan(String text) {
        String[] ends = text.strip().split("[-–]", 2);
        if (ends.length != 2) {
            throw new IllegalArgumentException("Not a span of hours: " + text);
        }
        try {
            return new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("Not a span of hours: " + text, e);
        }
    }

    /** When the working day ends; the hour of every promise. */
    public LocalTime closes() {
        return spans.getLast().closes();
    }

    /** Working time of one whole day. */
    public Duration perDay() {
        return between(LocalTime.MIN, LocalTime.MAX);
    }

    /** Working time of one day between two times of that day; zero when {@code until} is not after {@code from}. */
    Duration between(LocalTime from, LocalTime until) {
        Duration sum = Duration.ZERO;
        for (Span span : spans) {
            LocalTime start = from.isAfter(span.opens()) ? from : span.opens();
            LocalTime end = until.isBefore(span.closes()) ? until : span.closes();
            if (start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }
}
