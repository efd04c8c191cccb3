package io.tanshi.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.tanshi.identity.IdentityError;
import io.tanshi.platform.Problem;
import java.time.Duration;

/** Slows down guessing: ten attempts per name or address, one more every minute. */
class AttemptLimit {

    private static final int BURST = 10;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    /** @throws Problem {@code identity/too-many-attempts} when the key has been used too often */
    void check(String key) {
        if (!bucket(key).tryConsume(1)) {
            throw Problem.of(IdentityError.TOO_MANY_ATTEMPTS, "尝试次数过多。请 10 分钟后再试；忘记密码请联系管理员或你的培训机构。");
        }
    }

    void forget(String key) {
        buckets.invalidate(key);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(BURST).refillGreedy(1, Duration.ofMinutes(1)))
                        .build());
    }
}
