package io.tanshi.delivery.rulings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** From one moment to a later one. */
public record Span(Instant from, Instant until) {

    public Duration length() {
        return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
    }

    /** Empty, when nothing is common. */
    Span common(Span other) {
        return new Span(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }

    /** What is left of this one without those. */
    List<Span> without(Collection<Span> others) {
        List<Span> left = List.of(this);
        for (Span other : others) {
            List<Span> next = new ArrayList<>();
            left.forEach(span -> {
                next.add(new Span(span.from, span.until.isBefore(other.from) ? span.until : other.from));
                next.add(new Span(span.from.isAfter(other.until) ? span.from : other.until, span.until));
            });
            left = next.stream().filter(span -> !span.length().isZero()).toList();
        }
        return left.stream().filter(span -> !span.length().isZero()).toList();
    }
}
