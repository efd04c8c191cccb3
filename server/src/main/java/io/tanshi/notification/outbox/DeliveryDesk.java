package io.tanshi.notification.outbox;

import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.notification.NotificationError;
import io.tanshi.platform.Problem;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's word on what did not leave for certain. */
@Service
class DeliveryDesk {

    private final DeliveryStore store;
    private final AuditTrail trail;

    DeliveryDesk(DeliveryStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Sends it once more; the recipient may have it twice when it was uncertain. */
    @Transactional
    void resend(UUID id, String reason, CurrentAccount me) {
        if (!store.decide(id, Set.of(DeliveryState.UNCERTAIN, DeliveryState.FAILED), DeliveryState.WAITING)) {
            throw notNow("只有“待确认”和“发送失败”的可以重发。请刷新查看现状。");
        }
        record(me, "notification.delivery-resent", id, reason);
    }

    /** Somebody saw in the mail server's log, or heard from the recipient, that it did arrive. */
    @Transactional
    void confirm(UUID id, String reason, CurrentAccount me) {
        if (!store.decide(id, Set.of(DeliveryState.UNCERTAIN), DeliveryState.SENT)) {
            throw notNow("只有“待确认”的可以确认为已发送。请刷新查看现状。");
        }
        record(me, "notification.delivery-confirmed", id, reason);
    }

    private void record(CurrentAccount me, String action, UUID id, String reason) {
        trail.record(me.actor(), action, "delivery", id, Map.of("reason", reason));
    }

    private static Problem notNow(String detail) {
        return Problem.of(NotificationError.NOT_TO_BE_SENT, detail);
    }
}
