package io.tanshi.delivery.runner;

import io.tanshi.platform.DemoClock;
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

    /** For comparing machines' clocks: in the demo business time runs days ahead of every clock on a wall. */
    public Instant onTheWall() {
        Instant wall = clock instanceof DemoClock demo ? demo.onTheWall() : clock.instant();
        return wall.truncatedTo(ChronoUnit.MILLIS);
    }
}
