package io.tanshi.notification.message;

import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Said;
import java.util.Collection;
import java.util.Map;

/**
 * Something that is to be told.
 *
 * @param eventKey what happened, the same however often it is heard; with a recipient it makes one message
 * @param values for the template's placeholders
 * @param link path of the page it is about, with opaque ids only
 */
record Announcement(
        MessageKind kind,
        String eventKey,
        Collection<Recipient> recipients,
        Map<Placeholder, Said> values,
        String link) {}
