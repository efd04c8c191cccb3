package io.tanshi.notification.outbox;

import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Words;
import java.util.Map;

/**
 * A message that is to leave the application.
 *
 * @param eventKey what happened; with recipient and channel it is sent once
 */
public record Letter(String eventKey, Recipient recipient, MessageKind kind, Content content) {

    /** What is kept of it, encrypted. */
    public record Content(Words words, Language language, String link, Map<String, String> parameters) {}
}
