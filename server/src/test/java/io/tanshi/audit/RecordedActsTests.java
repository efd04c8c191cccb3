package io.tanshi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the acts that the source records against the words that the auditor reads. */
class RecordedActsTests {

    private static final Path SOURCE = Path.of("src/main/java/io/tanshi");
    private static final Path WORDS = Path.of("../web/apps/console/src/modules/audit/acts.json");

    private static final Pattern RECORDER = Pattern.compile("\\b(AuditTrail|Reveals)\\b");
    private static final String AREAS = "identity|programme|itembank|enrolment|learning|exam|delivery|marking|results"
            + "|certificate|notification|platform|files";

    private static final Pattern ACT = Pattern.compile("\"((?:" + AREAS + ")\\.[a-z_-]+)\"");
    private static final Pattern PIECED_TOGETHER =
            Pattern.compile("\"((?:" + AREAS + ")\\.[a-z_-]*)\" \\+|\"((?:" + AREAS + ")\\.(?:[a-z_-]*-)?)\"");
    private static final Pattern TIMELINE =
            Pattern.compile("(?:as|Order)\\(\"([A-Z_]+)\"|\"((?:LOCK|EMERGENCY)_[A-Z_]+)\"");

    /** Stand in files that record acts, and are none: a purpose of encryption. */
    private static final Set<String> NO_ACTS = Set.of("delivery.quit-password");

    private final JsonNode words = JsonMapper.builder().build().readTree(WORDS.toFile());

    @Test
    void everyActThatIsRecordedHasItsWordsInBothLanguages() {
        Set<String> recorded = recorded();
        assertThat(recorded).hasSizeGreaterThan(150);
        assertThat(recorded)
                .as("give each of these a zh and an en in " + WORDS)
                .allMatch(act -> said(act, "zh") && said(act, "en"));
    }

    @Test
    void noWordsStandForAnActThatNobodyRecords() {
        Set<String> spoken = words.propertyNames().stream()
                .flatMap(area ->
                        words.path(area).path("acts").propertyNames().stream().map(act -> area + "." + act))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(recorded()).containsAll(spoken);
    }

    /** The name of an act stands written out where it is recorded, so that it is found by searching for it. */
    @Test
    void onlyTheTimelineOfAnAttemptNamesItsActsByItsVerbs() {
        assertThat(find(PIECED_TOGETHER, RECORDER.asPredicate())).isEqualTo(Set.of("delivery."));
    }

    private boolean said(String act, String language) {
        int dot = act.indexOf('.');
        String path = "/%s/acts/%s/%s".formatted(act.substring(0, dot), act.substring(dot + 1), language);
        return !words.at(path).asString("").isBlank();
    }

    private static Set<String> recorded() {
        Set<String> acts = find(ACT, RECORDER.asPredicate());
        acts.removeAll(NO_ACTS);
        Set<String> verbs = find(TIMELINE, text -> text.contains("package io.tanshi.delivery"));
        verbs.forEach(
                verb -> acts.add("delivery." + verb.toLowerCase(Locale.ROOT).replace('_', '-')));
        return acts;
    }

    private static Set<String> find(Pattern wanted, Predicate<String> within) {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RecordedActsTests::read)
                    .filter(within)
                    .flatMap(text -> wanted.matcher(text).results())
                    .map(RecordedActsTests::firstGroup)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstGroup(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
