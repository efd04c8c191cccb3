package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.platform.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When each screen was last heard, and what it said of itself. In memory: it is news, not a record. */
@Component
class Presence {

    // Two and a half heartbeats.
    static final Duration HEARD_WITHIN = Duration.ofSeconds(15);

    private final Map<AttemptId, Sign> signs = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private final List<SignsOfLife> watchers;
    private final Sign never;

    Presence(Ticker ticker, List<SignsOfLife> watchers) {
        this.ticker = ticker;
        this.watchers = watchers;
        this.never = new Sign(ticker.nanos(), Report.NOTHING);
    }

    /**
     * What a screen says of itself with a heartbeat.
     *
     * @param unsent entries not acknowledged yet
     * @param away how often the candidate left the page
     * @param handRaised whether the candidate asks for the invigilator
     */
    record Report(int unsent, int away, boolean handRaised) {

        static final Report NOTHING = new Report(0, 0, false);
    }

    /** @param silent since the screen was last heard */
    record Sighting(Duration silent, Report report) {}

    private record Sign(long nanos, Report report) {}

    void heard(AttemptId attempt, Report report) {
        Sign now = new Sign(ticker.nanos(), report);
        tell(attempt, signs.put(attempt, now), now);
    }

    /** A save is a sign of life too; what the screen said before stands. */
    void heard(AttemptId attempt) {
        Sign now = new Sign(ticker.nanos(), Report.NOTHING);
        Sign before = signs.get(attempt);
        signs.merge(attempt, now, (known, sign) -> new Sign(sign.nanos(), known.report()));
        tell(attempt, before, now);
    }

    private void tell(AttemptId attempt, @Nullable Sign before, Sign now) {
        Duration silence = before == null ? Duration.ZERO : Duration.ofNanos(now.nanos() - before.nanos());
        if (silence.compareTo(HEARD_WITHIN) > 0) {
            watchers.forEach(watcher -> watcher.returned(attempt, silence));
        }
    }

    /** What was never heard counts as silent since the application started. */
    Sighting of(AttemptId attempt) {
        Sign sign = signs.getOrDefault(attempt, never);
        return new Sighting(Duration.ofNanos(ticker.nanos() - sign.nanos()), sign.report());
    }

    void forget(AttemptId attempt) {
        signs.remove(attempt);
    }
}
