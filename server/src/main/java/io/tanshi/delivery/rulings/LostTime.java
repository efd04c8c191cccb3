package io.tanshi.delivery.rulings;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What a candidate has lost by an incident, computed from the log and from nothing else. */
final class LostTime {

    private LostTime() {}

    /**
     * The breaks that count, as far as they lie within the incident and the candidate's working time.
     *
     * @param breaks spans without a sign of life from the screen
     * @param returned spans that need no giving back: pauses, when the clock stood still, and earlier rulings
     * @param threshold the length from which one break counts; it counts from its beginning then
     */
    static Duration of(List<Span> breaks, Span incident, Span working, Collection<Span> returned, Duration threshold) {
        return breaks.stream()
                .filter(each -> each.length().compareTo(threshold) >= 0)
                .map(each -> each.common(incident).common(working))
                .filter(each -> !each.length().isZero())
                .flatMap(each -> each.without(returned).stream())
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whole minutes, rounded in the candidate's favour. */
    static int minutes(Duration lost) {
        return (int) lost.plusSeconds(59).toMinutes();
    }
}
