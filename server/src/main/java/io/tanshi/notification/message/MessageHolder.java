package io.tanshi.notification.message;

import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.notification.outbox.Outbox;
import io.tanshi.notification.preference.Preferences;
import io.tanshi.notification.preference.Recipient;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The messages to a person: nobody else needs them, so they go with the person's data. */
@Component
@Order(6)
class MessageHolder implements PersonalDataHolder {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageStore messages;
    private final Outbox outbox;
    private final Preferences preferences;
    private final Clock clock;

    MessageHolder(MessageStore messages, Outbox outbox, Preferences preferences, Clock clock) {
        this.messages = messages;
        this.outbox = outbox;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** One line for all of them: the office looks at what a person has done, not at each letter. */
    @Override
    public List<Holding> holdings(PersonId person) {
        Recipient recipient = Recipient.of(person);
        List<MessageStore.Message> all =
                messages.of(recipient, false, 0, Integer.MAX_VALUE).items();
        if (all.isEmpty()) {
            return List.of();
        }
        int unread = messages.unread(recipient);
        String state = unread == 0 ? "都已读" : unread + " 条未读";
        return List.of(new Holding("消息", all.size() + " 条消息", state, facts(all)));
    }

    private Map<String, String> facts(List<MessageStore.Message> all) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (MessageStore.Message message : all) {
            String title = moment(message.at()) + " " + message.words().subject();
            // Two of one subject in one minute are told together.
            facts.merge(title, message.words().body(), (one, other) -> one + "\n" + other);
        }
        return facts;
    }

    private String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(clock.getZone()));
    }

    @Override
    public void erase(PersonId person) {
        Recipient recipient = Recipient.of(person);
        messages.forget(recipient);
        outbox.forget(recipient);
        preferences.forget(recipient);
    }

    @ApplicationModuleListener
    void on(PersonMerged merged) {
        Recipient from = Recipient.of(merged.from());
        Recipient into = Recipient.of(merged.into());
        messages.follow(from, into);
        outbox.follow(from, into);
        preferences.follow(from, into);
    }
}
