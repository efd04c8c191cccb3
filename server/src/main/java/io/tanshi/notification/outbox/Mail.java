package io.tanshi.notification.outbox;

import java.util.UUID;

/**
 * A mail ready to leave.
 *
 * @param deliveryId its message id derives from it, so that the same mail sent again is known as the same
 */
record Mail(UUID deliveryId, String to, String subject, String text, String html) {
    @Override
    public String toString() {
        return "Mail[" + deliveryId + "]";
    }
}
