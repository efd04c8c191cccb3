package io.tanshi.notification;

import java.util.Map;
import java.util.UUID;

/**
 * Hands short messages to an operator. An installation that has one provides a bean of this type; without it messages
 * are only noted in the log.
 */
public interface SmsGateway {

    /**
     * A short message. Operators want a registered template with parameters rather than free text.
     *
     * @param deliveryId the same when a person asks to send it again, for operators that recognise repetitions
     * @param template kind of message, for example {@code RESULT_RELEASED}
     * @param recipient opaque id
     * @param number eleven digits; never to be logged
     * @param parameters values of the template's placeholders
     */
    record Sms(UUID deliveryId, String template, UUID recipient, String number, Map<String, String> parameters) {
        public Sms {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "Sms[" + template + " for " + recipient + "]";
        }
    }

    /** What became of a hand-over. */
    enum Outcome {
        ACCEPTED,
        /** Not taken now; worth trying again. */
        BUSY,
        /** Not taken, and never will be. */
        REFUSED,
        /** Perhaps taken: not tried again without a person's word. */
        UNKNOWN
    }

    Outcome send(Sms sms);
}
