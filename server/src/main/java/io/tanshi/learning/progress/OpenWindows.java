package io.tanshi.learning.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.progress.StudyWindow.Elapsed;
import io.tanshi.platform.Ticker;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The one open player of each person. In memory on purpose: monotonic time means nothing after a restart, so a restart
 * costs each candidate at most the time since the last beat.
 */
@Component
class OpenWindows {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    private final Ticker ticker;
    private final Cache<PersonId, StudyWindow> windows;

    OpenWindows(Ticker ticker) {
        this.ticker = ticker;
        this.windows = Caffeine.newBuilder()
                .ticker(ticker::nanos)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    /** A new player takes the place of whatever the person had open. */
    void open(PersonId person, UUID window) {
        windows.put(person, StudyWindow.started(window, ticker.nanos()));
    }

    Elapsed beat(PersonId person, UUID window, boolean playing, Duration cap) {
        StudyWindow known = windows.asMap()
                .compute(
                        person,
                        (p, open) -> open != null && open.id().equals(window) ? open : StudyWindow.resumed(window));
        return known.beat(ticker.nanos(), playing, cap);
    }
}
