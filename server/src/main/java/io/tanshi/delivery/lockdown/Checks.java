package io.tanshi.delivery.lockdown;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.runner.SittingCandidate;
import io.tanshi.platform.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The checks under way: the number of each session's next one, and when the last was passed. In memory, as presence is. */
@Component
class Checks {

    private final Map<AttemptId, Next> next = new ConcurrentHashMap<>();
    private final Nonces nonces;
    private final Ticker ticker;

    Checks(Nonces nonces, Ticker ticker) {
        this.nonces = nonces;
        this.ticker = ticker;
    }

    private record Next(int session, @Nullable String number, long passedNanos) {}

    /** The number for the next check of the session. */
    String give(SittingCandidate who) {
        String number = nonces.draw();
        next.merge(
                who.attemptId(),
                new Next(who.session(), number, ticker.nanos()),
                (before, fresh) -> before.session() == fresh.session()
                        ? new Next(fresh.session(), number, before.passedNanos())
                        : fresh);
        return number;
    }

    /** Whether it is the number that was given; it is taken once. */
    boolean take(SittingCandidate who, String number) {
        Next known = next.get(who.attemptId());
        return known != null
                && known.session() == who.session()
                && number.equals(known.number())
                && next.replace(who.attemptId(), known, new Next(known.session(), null, known.passedNanos()));
    }

    void passed(SittingCandidate who) {
        next.put(who.attemptId(), new Next(who.session(), null, ticker.nanos()));
    }

    /** Since the last check that was passed; empty when this process knows of none. */
    Optional<Duration> sinceLast(AttemptId attempt) {
        return Optional.ofNullable(next.get(attempt))
                .map(known -> Duration.ofNanos(ticker.nanos() - known.passedNanos()));
    }
}
