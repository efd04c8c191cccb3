import java.util.concurrent.atomic.AtomicLongArray;

/** A histogram of latencies with steps of 0.1 ms up to 10 s. */
final class Latencies {

    private static final int STEP_NANOS = 100_000;
    private final AtomicLongArray counts = new AtomicLongArray(100_001);

    void add(long nanos) {
        counts.incrementAndGet((int) Math.min(counts.length() - 1, nanos / STEP_NANOS));
    }

    long count() {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        return all;
    }

    /** Upper end of the step that the percentile falls into; 0 when there is nothing. */
    double ms(double percentile) {
        long wanted = (long) Math.ceil(count() * percentile / 100);
        long seen = 0;
        for (int i = 0; i < counts.length() && wanted > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return (i + 1) / 10.0;
            }
        }
        return 0;
    }
}
