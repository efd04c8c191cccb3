package io.tanshi.exam.seating;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Slows down guessing at the door. Only wrong entries count: a whole room comes from one address. Five for a ticket and
 * sixty for an address, then one more each minute and every five seconds.
 */
final class EntryLimit {

    private static final int PER_TICKET = 5;
    private static final int PER_ADDRESS = 60;

    private final Cache<String, Bucket> tickets = buckets();
    private final Cache<String, Bucket> addresses = buckets();

    boolean allows(String ticket, String address) {
        return ticket(ticket).getAvailableTokens() > 0 && address(address).getAvailableTokens() > 0;
    }

    void countFailure(String ticket, String address) {
        ticket(ticket).tryConsume(1);
        address(address).tryConsume(1);
    }

    private Bucket ticket(String key) {
        return tickets.get(key, k -> bucket(PER_TICKET, Duration.ofMinutes(1)));
    }

    private Bucket address(String key) {
        return addresses.get(key, k -> bucket(PER_ADDRESS, Duration.ofSeconds(5)));
    }

    private static Bucket bucket(int burst, Duration refill) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, refill))
                .build();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }
}
