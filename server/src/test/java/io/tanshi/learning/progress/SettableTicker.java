package io.tanshi.learning.progress;

import io.tanshi.platform.Ticker;
import java.time.Duration;

/** Monotonic time that a test moves. */
final class SettableTicker implements Ticker {

    private long nanos = 42;

    @Override
    public long nanos() {
        return nanos;
    }

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }
}
