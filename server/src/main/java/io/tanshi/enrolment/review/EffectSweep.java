package io.tanshi.enrolment.review;

import io.tanshi.platform.Problem;
import io.tanshi.platform.Ticker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets decisions take effect when they can no longer be taken back. The wait is counted by the monotonic clock from when
 * a decision is first seen here: moving the date shortens nothing, and one that a crash has left waits once more.
 */
@Component
class EffectSweep {

    private static final Logger log = LoggerFactory.getLogger(EffectSweep.class);

    private final DecisionStore store;
    private final Effects effects;
    private final ReviewSettings settings;
    private final Ticker ticker;
    private final Map<UUID, Long> seen = new HashMap<>();

    EffectSweep(DecisionStore store, Effects effects, ReviewSettings settings, Ticker ticker) {
        this.store = store;
        this.effects = effects;
        this.settings = settings;
        this.ticker = ticker;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 500)
    synchronized void sweep() {
        List<UUID> waiting = store.waitingIds();
        seen.keySet().retainAll(waiting);
        long now = ticker.nanos();
        for (UUID id : waiting) {
            long since = seen.computeIfAbsent(id, _ -> now);
            if (now - since >= settings.undo().toNanos()) {
                apply(id);
            }
        }
    }

    // One that fails must not keep the others from taking effect.
    private void apply(UUID id) {
        try {
            effects.apply(id);
        } catch (Problem changed) {
            log.info("Decision {} has lapsed: {}", id, changed.code().slug());
            effects.lapse(id);
        } catch (RuntimeException e) {
            log.error("Decision {} could not take effect and is tried again later", id, e);
            seen.put(id, ticker.nanos());
        }
    }
}
