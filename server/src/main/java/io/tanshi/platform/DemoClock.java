package io.tanshi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The business clock of the demo profile: starts at 2026-12-10 09:30 and runs on; an administrator moves it forward.
 * No bean of this type exists outside the demo profile.
 */
public final class DemoClock extends Clock {

    /** Where the offset outlives a restart. */
    public interface Memory {
        Optional<Duration> recall();

        void remember(Duration offset);
    }

    private static final ZonedDateTime START = ZonedDateTime.of(2026, 12, 10, 9, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

    private final Memory memory;
    private final Clock real;
    private volatile @Nullable Duration offset;

    public DemoClock(Memory memory, Clock real) {
        this.memory = memory;
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    /** What the machine's own clock shows, whatever business time is. */
    public Instant onTheWall() {
        return real.instant();
    }

    // The database may not be migrated yet when this bean is made, so the offset is read at first use.
    private Duration offset() {
        Duration known = offset;
        return known != null ? known : recallOrStart();
    }

    private synchronized Duration recallOrStart() {
        Duration known = memory.recall().orElseGet(() -> {
            Duration first = Duration.between(real.instant(), START.toInstant());
            memory.remember(first);
            return first;
        });
        offset = known;
        return known;
    }

    /**
     * Moves business time forward.
     *
     * @return false when {@code target} is not after the present business time, and nothing has changed
     */
    public synchronized boolean moveTo(Instant target) {
        if (!target.isAfter(instant())) {
            return false;
        }
        Duration moved = Duration.between(real.instant(), target);
        memory.remember(moved);
        offset = moved;
        return true;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** Business time in another zone; it moves together with this clock. */
    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new DemoClock(memory, real.withZone(zone));
    }
}
