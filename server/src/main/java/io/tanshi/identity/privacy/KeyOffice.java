package io.tanshi.identity.privacy;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.platform.KeyRotation;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.moments.DayHasPassed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins rotations of the data keys and sees them through. */
@Service
class KeyOffice {

    // No transaction that began under an old key lasts as long.
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private final KeyRotation rotation;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final boolean byCommand;

    KeyOffice(
            KeyRotation rotation,
            AuditTrail trail,
            Clock clock,
            TransactionTemplate transactions,
            @Value("${tanshi.rotate-keys:}") String command) {
        this.rotation = rotation;
        this.trail = trail;
        this.clock = clock;
        this.transactions = transactions;
        this.byCommand = !command.isEmpty();
    }

    @Transactional
    public void begin(Actor by, String reason) {
        if (!rotation.begin()) {
            throw Problem.of(
                    IdentityError.ROTATION_UNDER_WAY, "上一次更换密钥还没有完成：旧密钥在下次启动服务时、或当天结束后自动删除。请等它完成，或用 ./tanshi rotate-keys 立即完成。");
        }
        trail.record(by, "identity.key-rotation-begun", "data-keys", "all", Map.of("reason", reason));
    }

    /** After a start nothing can still be writing with an old key. */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        if (byCommand) {
            return;
        }
        if (rotation.progress().isRenewed()) {
            drop(Actor.system("key-rotation"));
        } else {
            rotation.resume();
        }
    }

    @EventListener
    void on(DayHasPassed day) {
        KeyRotation.Progress progress = rotation.progress();
        Instant renewed = progress.renewedAt();
        if (progress.isRenewed() && renewed != null && renewed.isBefore(clock.instant().minus(LONGEST_TRANSACTION))) {
            drop(Actor.system("key-rotation"));
        }
    }

    /** @return whether nothing used the old keys any more */
    boolean drop(Actor by) {
        boolean dropped = rotation.dropOld();
        if (dropped) {
            transactions.executeWithoutResult(
                    _ -> trail.record(by, "identity.old-keys-dropped", "data-keys", "all", Map.of()));
        }
        return dropped;
    }

    @Transactional
    public void noteNewMaster(Actor by) {
        trail.record(by, "identity.master-key-replaced", "data-keys", "all", Map.of());
    }
}
