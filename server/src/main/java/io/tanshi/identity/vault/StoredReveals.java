package io.tanshi.identity.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.people.Reveals;
import io.tanshi.platform.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Thirty numbers at once, one more every twenty seconds: enough for a desk, too little for taking a list away. */
@Component
class StoredReveals implements Reveals {

    private static final int BURST = 30;
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final AuditTrail trail;
    private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    StoredReveals(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subjectType, Object subjectId, String reason) {
        UUID id = actor.id();
        if (id != null && !bucket(id).tryConsume(1)) {
            throw Problem.of(
                    IdentityError.TOO_MANY_REVEALS, "短时间内查看的完整号码太多。请 10 分钟后再看；核对名单时用遮住中间几位的号码即可。");
        }
        trail.record(actor, action, subjectType, subjectId, Map.of("reason", reason));
    }

    private Bucket bucket(UUID actor) {
        return buckets.get(
                actor,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(BURST).refillGreedy(1, EVERY))
                        .build());
    }
}
