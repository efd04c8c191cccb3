package io.tanshi.notification.outbox;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.tanshi.platform.Ticker;
import java.time.Duration;

/** How much may leave now; mail servers lock out senders that come in bursts. */
class MailAllowance {

    private final Bucket bucket;

    MailAllowance(int perMinute, Ticker ticker) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return ticker.nanos();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
    }

    /** @return how many of the wanted ones may leave */
    int take(int wanted) {
        return (int) bucket.tryConsumeAsMuchAsPossible(wanted);
    }

    void giveBack(int unused) {
        if (unused > 0) {
            bucket.addTokens(unused);
        }
    }
}
