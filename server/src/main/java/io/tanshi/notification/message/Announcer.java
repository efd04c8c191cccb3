package io.tanshi.notification.message;

import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.PersonId;
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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final People people;

    Announcer(Templates templates, Preferences preferences, MessageStore messages, Outbox outbox, People people) {
        this.templates = templates;
        this.preferences = preferences;
        this.messages = messages;
        this.outbox = outbox;
        this.people = people;
    }

    @Transactional
    void announce(Announcement news) {
        Template template = templates.current(news.kind());
        Channels channels = templates.channels(news.kind());
        for (Recipient recipient : present(news.recipients())) {
            Language language = preferences.language(recipient);
            Words words = template.in(language, news.values());
            if (messages.add(news, recipient, template.version(), words)) {
                outbox.offer(letter(news, recipient, words, language), channels);
            }
        }
    }

    /** A fact may be heard after the person it names was merged into another. */
    private Set<Recipient> present(Collection<Recipient> named) {
        List<PersonId> candidates = named.stream()
                .filter(Recipient::candidate)
                .map(recipient -> new PersonId(recipient.id()))
                .toList();
        Map<PersonId, PersonView> known = candidates.isEmpty() ? Map.of() : people.views(candidates);
        Set<Recipient> present = new LinkedHashSet<>();
        for (Recipient recipient : named) {
            PersonView person = recipient.candidate() ? known.get(new PersonId(recipient.id())) : null;
            present.add(person == null ? recipient : Recipient.of(person.id()));
        }
        return present;
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
