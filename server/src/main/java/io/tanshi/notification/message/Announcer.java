package io.tanshi.notification.message;

import io.tanshi.notification.Language;
import io.tanshi.notification.outbox.Letter;
import io.tanshi.notification.outbox.Outbox;
import io.tanshi.notification.preference.Preferences;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Channels;
import io.tanshi.notification.template.Said;
import io.tanshi.notification.template.Template;
import io.tanshi.notification.template.Templates;
import io.tanshi.notification.template.Words;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the message of each recipient and queues what leaves, in one transaction; hearing it twice changes nothing. */
@Component
class Announcer {

    private final Templates templates;
    private final Preferences preferences;
    private final MessageStore messages;
    private final Outbox outbox;

    Announcer(Templates templates, Preferences preferences, MessageStore messages, Outbox outbox) {
        this.templates = templates;
        this.preferences = preferences;
        this.messages = messages;
        this.outbox = outbox;
    }

    @Transactional
    void announce(Announcement news) {
        Template template = templates.current(news.kind());
        Channels channels = templates.channels(news.kind());
        for (Recipient recipient : news.recipients()) {
            Language language = preferences.language(recipient);
            Words words = template.in(language, news.values());
            if (messages.add(news, recipient, template.version(), words)) {
                outbox.offer(letter(news, recipient, words, language), channels);
            }
        }
    }

    private static Letter letter(Announcement news, Recipient recipient, Words words, Language language) {
        Map<String, String> parameters = news.values().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().key(), e -> said(e.getValue(), language)));
        // Staff live in the console, candidates in the portal.
        String link = recipient.candidate() ? news.link() : "/console" + news.link();
        return new Letter(
                news.eventKey(), recipient, news.kind(), new Letter.Content(words, language, link, parameters));
    }

    private static String said(Said said, Language language) {
        return language == Language.ZH ? said.zh() : said.en();
    }
}
