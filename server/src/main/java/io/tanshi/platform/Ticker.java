package io.tanshi.platform;

/** A monotonic clock for durations: moving the date of the demo or of the machine changes nothing in it. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some fixed moment; only differences mean anything. */
    long nanos();
}
