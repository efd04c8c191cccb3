package io.tanshi.notification.outbox;

import io.tanshi.notification.SmsGateway;
import io.tanshi.notification.preference.Addresses;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands a claimed delivery to its channel, with the address as it is at this moment. */
@Component
class Senders {

    private static final Outcome NO_ADDRESS = new Outcome.Never(Trouble.NO_ADDRESS, null);

    private final Addresses addresses;
    private final MailWriter writer;
    private final Optional<SmtpPost> post;
    private final SmsGateway sms;

    Senders(Addresses addresses, MailWriter writer, MailSettings settings, ObjectProvider<SmsGateway> gateways) {
        this.addresses = addresses;
        this.writer = writer;
        this.post = settings.isEnabled()
                ? settings.server().map(server -> new SmtpPost(server, settings.from()))
                : Optional.empty();
        this.sms = gateways.getIfAvailable(LogSms::new);
    }

    boolean canMail() {
        return post.isPresent();
    }

    /** Whether an operator is connected, rather than the log. */
    boolean hasOperator() {
        return !(sms instanceof LogSms);
    }

    Outcome send(DeliveryStore.Claimed delivery) {
        return switch (delivery.channel()) {
            case EMAIL -> mail(delivery);
            case SMS -> text(delivery);
        };
    }

    private Outcome mail(DeliveryStore.Claimed delivery) {
        Optional<String> address = addresses.email(delivery.recipient());
        if (address.isEmpty()) {
            return NO_ADDRESS;
        }
        String name = addresses.name(delivery.recipient()).orElse("");
        return post.orElseThrow().send(writer.write(delivery.id(), address.get(), name, delivery.content()));
    }

    private Outcome text(DeliveryStore.Claimed delivery) {
        Optional<String> number = addresses.phone(delivery.recipient());
        if (number.isEmpty()) {
            return NO_ADDRESS;
        }
        Map<String, String> parameters = delivery.content().parameters();
        return switch (sms.send(new SmsGateway.Sms(
                delivery.id(), delivery.kind().name(), delivery.recipient().id(), number.get(), parameters))) {
            case ACCEPTED -> new Outcome.Accepted();
            case BUSY -> new Outcome.Later(Trouble.TURNED_AWAY, null);
            case REFUSED -> new Outcome.Never(Trouble.REFUSED, null);
            case UNKNOWN -> new Outcome.Unknown(Trouble.LINE_BROKE);
        };
    }
}
