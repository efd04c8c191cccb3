package io.tanshi.notification.outbox;

import io.tanshi.notification.preference.Addresses;
import io.tanshi.notification.preference.Preferences;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Channels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in the transaction of the message they belong to. */
@Service
public class Outbox {

    private final DeliveryStore store;
    private final Addresses addresses;
    private final Preferences preferences;
    private final MailSettings mail;

    Outbox(DeliveryStore store, Addresses addresses, Preferences preferences, MailSettings mail) {
        this.store = store;
        this.addresses = addresses;
        this.preferences = preferences;
        this.mail = mail;
    }

    /** Queues the letter for every channel that is switched on, wanted, and has an address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void offer(Letter letter, Channels channels) {
        if (mail.isEnabled() && channels.email() && wantsEmail(letter) && hasEmail(letter)) {
            store.add(letter, Channel.EMAIL);
        }
        if (channels.sms() && addresses.phone(letter.recipient()).isPresent()) {
            store.add(letter, Channel.SMS);
        }
    }

    /** What has not left yet goes to the survivor; what both would get goes once. */
    public void follow(Recipient from, Recipient into) {
        store.follow(from, into);
    }

    /** Nothing more leaves for this recipient, and nothing tells what has. */
    public void forget(Recipient recipient) {
        store.forget(recipient);
    }

    private boolean wantsEmail(Letter letter) {
        return !preferences.declined(letter.recipient()).contains(letter.kind());
    }

    private boolean hasEmail(Letter letter) {
        return addresses.email(letter.recipient()).isPresent();
    }
}
