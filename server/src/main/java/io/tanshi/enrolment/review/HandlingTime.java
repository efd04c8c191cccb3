package io.tanshi.enrolment.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.platform.Ticker;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long a reviewer has an application open. The page renews its claim every few minutes; what lies between two signs
 * of it counts up to a limit, so that a page forgotten over lunch, or a moved date, adds nothing.
 */
@Component
class HandlingTime {

    private static final Duration MOST = Duration.ofMinutes(6);
    private static final int KEPT = 10_000;

    private record Desk(UUID application, UUID reviewer) {}

    private record Seen(long lastNanos, long nanos) {}

    private final Ticker ticker;
    private final Cache<Desk, Seen> seen =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    HandlingTime(Ticker ticker) {
        this.ticker = ticker;
    }

    void sign(ApplicationId application, UUID reviewer) {
        long now = ticker.nanos();
        seen.asMap()
                .merge(
                        new Desk(application.value(), reviewer),
                        new Seen(now, 0),
                        (before, _) -> new Seen(now, before.nanos() + counted(before, now)));
    }

    /** Null when it was never seen open, as after a restart. */
    @Nullable
    Duration end(ApplicationId application, UUID reviewer) {
        Seen last = seen.asMap().remove(new Desk(application.value(), reviewer));
        return last == null ? null : Duration.ofNanos(last.nanos() + counted(last, ticker.nanos()));
    }

    private static long counted(Seen before, long now) {
        return Math.clamp(now - before.lastNanos(), 0, MOST.toNanos());
    }
}
