package io.tanshi.delivery.lockdown.seb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.delivery.lockdown.seb.PlistValue.Dictionary;
import io.tanshi.delivery.lockdown.seb.PlistValue.Flag;
import io.tanshi.delivery.lockdown.seb.PlistValue.Listing;
import io.tanshi.delivery.lockdown.seb.PlistValue.Text;
import io.tanshi.delivery.lockdown.seb.PlistValue.Whole;
import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The Config Key by vectors of our own. The expected texts were written by hand from the published rule, and their hashes
 * made with {@code sha256sum}; {@link PlistReading} is a second implementation that starts from the file.
 */
final class SebKeyTest {

    private static final String KEY = "0c63b8bb4d886fa65994f0c793d77b90be93f302c66cabd673e271fff2eb1d03";

    @Test
    void theTextIsWithoutSpacesAndEscapesAndSortedIgnoringCase() {
        Dictionary settings = new Dictionary(Map.of(
                "C", new Listing(List.of(new Dictionary(Map.of("Z", new Whole(2), "y", new Whole(1))))),
                "b", new Dictionary(Map.of("zz", new Flag(false), "Nested", new Text("碳核算/CO₂"))),
                "aC", new Whole(-7),
                "Ab", new Flag(true),
                "a", new Listing(List.of())));
        assertThat(SebKey.json(settings))
                .isEqualTo("{\"a\":[],\"Ab\":true,\"aC\":-7,\"b\":{\"Nested\":\"碳核算/CO₂\",\"zz\":false},"
                        + "\"C\":[{\"y\":1,\"Z\":2}]}");
        assertThat(SebKey.ofConfiguration(settings).hex()).isEqualTo(KEY);
    }

    @Test
    void theConfigurationOfASittingHasTheKeyOfItsHandWrittenText() {
        Dictionary settings = SebConfiguration.of(
                "https://exam.example.cn/exam/",
                "https://exam.example.cn/exam/?quit=x",
                "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5");
        String byHand = "{\"allowPreferencesWindow\":false,\"allowQuit\":true,\"allowSpellCheck\":false,"
                + "\"browserWindowAllowReload\":true,\"browserWindowWebView\":3,\"createNewDesktop\":false,"
                + "\"examSessionClearCookiesOnStart\":false,"
                + "\"hashedQuitPassword\":\"5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5\","
                + "\"killExplorerShell\":true,\"quitURL\":\"https://exam.example.cn/exam/?quit=x\","
                + "\"quitURLConfirm\":false,\"sendBrowserExamKey\":true,\"showInputLanguage\":true,"
                + "\"showReloadButton\":true,\"showTaskBar\":true,\"showTime\":true,"
                + "\"startURL\":\"https://exam.example.cn/exam/\",\"URLFilterEnable\":true,"
                + "\"URLFilterEnableContentFilter\":false,\"URLFilterRules\":[{\"action\":1,"
                + "\"active\":true,\"expression\":\"exam.example.cn/*\",\"regex\":false}]}";
        assertThat(SebKey.json(settings)).isEqualTo(byHand);
        assertThat(SebKey.ofConfiguration(settings).hex())
                .isEqualTo("7665695b708c6e43bb4a570e7ea455fc49bfb048ca19c99cebf67e00dd03a2d9");
    }

    @Test
    void theHashOnAPageIsOverAddressThenKeyAndLeavesTheFragmentOut() {
        SebKey key = new SebKey(KEY);
        // printf '%s%s' 'https://exam.example.cn/exam/?n=AbC-1_' "$KEY" | sha256sum
        String expected = "5e9138a494031a3571c0a3c44d432c3406e4978bae656f95797102909cf67c14";
        assertThat(key.hashOn("https://exam.example.cn/exam/?n=AbC-1_")).isEqualTo(expected);
        assertThat(key.hashOn("https://exam.example.cn/exam/?n=AbC-1_#trial")).isEqualTo(expected);
        assertThat(key.isShownOn("https://exam.example.cn/exam/?n=AbC-1_", expected.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(key.isShownOn("https://exam.example.cn/exam/?n=AbC-1", expected))
                .isFalse();
        assertThat(key.isShownOn("https://exam.example.cn/exam/?n=AbC-1_", "")).isFalse();
    }

    @Test
    void theKeyDoesNotDependOnTheOrderInWhichSettingsWerePut() {
        Property.check(seeded -> {
            Dictionary settings = dictionary(seeded, 3);
            List<Map.Entry<String, PlistValue>> entries =
                    new ArrayList<>(settings.entries().entrySet());
            Collections.shuffle(entries, new Random(seeded.between(0, 1_000_000)));
            Map<String, PlistValue> shuffled = new LinkedHashMap<>();
            entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
            assertThat(SebKey.ofConfiguration(new Dictionary(shuffled))).isEqualTo(SebKey.ofConfiguration(settings));
        });
    }

    @Test
    void theWrittenFileReadBackByAnotherImplementationGivesTheSameText() {
        Property.check(seeded -> {
            Dictionary settings = dictionary(seeded, 3);
            assertThat(PlistReading.json(Plist.bytes(settings))).isEqualTo(SebKey.json(settings));
        });
    }

    @Test
    void changingAnySettingChangesTheKey() {
        Property.check(seeded -> {
            Dictionary settings = dictionary(seeded, 2);
            Map<String, PlistValue> other = new HashMap<>(settings.entries());
            String changed = seeded.pick(List.copyOf(other.keySet()));
            other.put(changed, new Text("changed"));
            assertThat(SebKey.ofConfiguration(new Dictionary(other))).isNotEqualTo(SebKey.ofConfiguration(settings));
        });
    }

    @Test
    void whatBuildsHashDifferentlyIsNotWritten() {
        for (String text : List.of("a\"b", "a\\b", "a\nb", "a\u0000b", "a\u007fb", "a\ud800b")) {
            assertThatThrownBy(() -> new Text(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Dictionary(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dictionary(Map.of("allowWlan", new Flag(true), "allowWLAN", new Flag(true))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dictionary(Map.of("a b", new Flag(true))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBrowserExamKeyListIsReadFromWhateverSeparatesIt() {
        String other = "f".repeat(64);
        assertThat(SebSettingsController.pasted(" " + KEY + ";" + other.toUpperCase(Locale.ROOT) + "，\n" + KEY))
                .containsExactly(new SebKey(KEY), new SebKey(other));
        assertThat(SebSettingsController.pasted("  ")).isEmpty();
        for (String bad : List.of("g".repeat(64), "f".repeat(63), KEY + KEY, "{" + KEY + "}")) {
            assertThatThrownBy(() -> SebSettingsController.pasted(KEY + " " + bad))
                    .as(bad)
                    .hasMessageContaining("不是 Browser Exam Key");
        }
    }

    private static Dictionary dictionary(Seeded seeded, int depth) {
        Map<String, PlistValue> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int size = seeded.between(1, 8);
        while (entries.size() < size) {
            entries.putIfAbsent(key(seeded), value(seeded, depth - 1));
        }
        return new Dictionary(new HashMap<>(entries));
    }

    /** Letters of both cases, so that sorting by code points would give another order. */
    private static String key(Seeded seeded) {
        StringBuilder key = new StringBuilder(seeded.pick("a", "B", "c", "URL", "url", "allow"));
        for (int i = seeded.between(0, 3); i > 0; i--) {
            key.append(seeded.pick("a", "Z", "m", "M", "9"));
        }
        return key.toString();
    }

    private static PlistValue value(Seeded seeded, int depth) {
        return switch (seeded.between(0, depth > 0 ? 4 : 2)) {
            case 0 -> new Text(seeded.pick("", "https://x/?a=1&b=<2>", "中文 ]]> /", seeded.chineseName()));
            case 1 -> new Whole(seeded.between(-5, 70_000));
            case 2 -> new Flag(seeded.oneIn(2));
            case 3 -> new Listing(List.of(value(seeded, depth - 1), value(seeded, depth - 1)));
            default -> dictionary(seeded, depth);
        };
    }
}
