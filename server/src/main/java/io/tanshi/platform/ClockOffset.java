package io.tanshi.platform;

import java.time.Duration;

/** How far the clock of this machine is from the database's: moments of both stand in one record. */
@FunctionalInterface
public interface ClockOffset {

    /** Never negative; half of the way to the database and back is within it. */
    Duration measure();
}
