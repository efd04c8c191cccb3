package io.tanshi.certificate.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask. A miss costs more than a hit, so that trying out pairs ends soon while an office that
 * checks a row of real certificates goes on.
 */
@Component
class VisitorLimit {

    private static final int EXTRA_FOR_A_MISS = 2;

    private final int perMinute;

    private final Cache<String, Bucket> visitors = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** @param perMinute questions of one address in the long run; twice as many in one go */
    VisitorLimit(@Value("${tanshi.certificate.lookups-per-minute:15}") int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one question; when there is none left, the time until the next. */
    Optional<Duration> wait(String address) {
        var probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    void missed(String address) {
        bucket(address).tryConsume(EXTRA_FOR_A_MISS);
    }

    private Bucket bucket(String address) {
        return visitors.get(
                neighbourhood(address),
                key -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(2L * perMinute)
                                .refillGreedy(perMinute, Duration.ofMinutes(1))
                                .build())
                        .build());
    }

    /** One subscriber has a whole /64 of IPv6 addresses: they count as one. */
    private static String neighbourhood(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
