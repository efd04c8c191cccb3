package io.tanshi.notification.outbox;

import io.tanshi.notification.SmsGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in where no operator is connected: notes that a message would leave, never to which number or what it says. */
final class LogSms implements SmsGateway {

    private static final Logger log = LoggerFactory.getLogger(LogSms.class);

    @Override
    public Outcome send(Sms sms) {
        log.info("SMS {} for {}: no operator is connected", sms.template(), sms.recipient());
        return Outcome.ACCEPTED;
    }
}
