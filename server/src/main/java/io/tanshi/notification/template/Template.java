package io.tanshi.notification.template;

import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.Placeholder;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One version of the words of a kind of message. */
public record Template(
        MessageKind kind, int version, Words zh, Words en, Instant changedAt, String changedBy, String reason) {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\s]*)}");

    /** The words with every placeholder filled in; one without a value stays empty. */
    public Words in(Language language, Map<Placeholder, Said> values) {
        Map<String, String> texts = values.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().key(), e -> e.getValue().in(language)));
        Words words = language == Language.ZH ? zh : en;
        return new Words(fill(words.subject(), texts), fill(words.body(), texts));
    }

    private static String fill(String text, Map<String, String> values) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    /** What stands between braces in the text and is no placeholder of this kind. */
    static SortedSet<String> strangers(MessageKind kind, String text) {
        SortedSet<String> found = new TreeSet<>();
        BRACES.matcher(text).results().forEach(match -> found.add(match.group(1)));
        kind.placeholders().forEach(placeholder -> found.remove(placeholder.key()));
        return found;
    }
}
