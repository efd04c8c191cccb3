package io.tanshi.learning.progress;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/** An open player as the server measures it: the monotonic moment of its last beat, if it was playing. */
final class StudyWindow {

    /** Real time between two beats: what may be credited, and what the cap cut off. */
    record Elapsed(Duration counted, Duration lost) {
        static final Elapsed NONE = new Elapsed(Duration.ZERO, Duration.ZERO);
    }

    private final UUID id;
    private OptionalLong playingSince;

    private StudyWindow(UUID id, OptionalLong playingSince) {
        this.id = id;
        this.playingSince = playingSince;
    }

    /** A player that starts now. */
    static StudyWindow started(UUID id, long nanos) {
        return new StudyWindow(id, OptionalLong.of(nanos));
    }

    /** A player that was open before the server forgot it: what lies between is not known and not credited. */
    static StudyWindow resumed(UUID id) {
        return new StudyWindow(id, OptionalLong.empty());
    }

    UUID id() {
        return id;
    }

    /** Measures the time since the last beat; a pause begins with a beat and ends with one. */
    synchronized Elapsed beat(long nanos, boolean playing, Duration cap) {
        OptionalLong since = playingSince;
        playingSince = playing ? OptionalLong.of(nanos) : OptionalLong.empty();
        if (since.isEmpty()) {
            return Elapsed.NONE;
        }
        Duration real = Duration.ofNanos(Math.max(0, nanos - since.getAsLong()));
        Duration counted = real.compareTo(cap) <= 0 ? real : cap;
        return new Elapsed(counted, real.minus(counted));
    }
}
