package io.tanshi.delivery.runner;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The exam's clock, in milliseconds: a moment reads the same from memory, from the database and in a browser. */
@Component
public class ServerTime {

    private final Clock clock;

    ServerTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
