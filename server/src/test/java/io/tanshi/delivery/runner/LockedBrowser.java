package io.tanshi.delivery.runner;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.tanshi.delivery.runner.Screen.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Safe Exam Browser as the server meets it: opens the configuration, makes the key from the file alone, and shows its
 * hash with the address of each page.
 */
final class LockedBrowser {

    private static final Pattern SETTING =
            Pattern.compile("<key>(\\w+)</key>(?:<string>([^<]*)</string>|<integer>(\\d+)</integer>|<(true|false)/>)");
    private static final Pattern RULES = Pattern.compile("<key>URLFilterRules</key><array><dict>(.*)</dict></array>");

    private final String configKey;

    LockedBrowser(String configKey) {
        this.configKey = configKey;
    }

    static LockedBrowser withFile(MockMvc mvc, String startLink) throws Exception {
        String path = URI.create(startLink.replaceFirst("^seb", "http")).getPath();
        var response = mvc.perform(get(path)).andReturn().getResponse();
        if (response.getStatus() != 200 || !"application/seb".equals(response.getContentType())) {
            throw new AssertionError(response.getStatus() + " " + response.getContentType());
        }
        return new LockedBrowser(sha256(json(response.getContentAsString(StandardCharsets.UTF_8))));
    }

    private static String json(String file) {
        Matcher rules = RULES.matcher(file);
        if (!rules.find()) {
            throw new AssertionError(file);
        }
        Map<String, String> settings = settings(rules.replaceFirst(""));
        settings.put("urlfilterrules", "\"URLFilterRules\":[" + object(settings(rules.group(1))) + "]");
        return object(settings);
    }

    private static String object(Map<String, String> settings) {
        return "{" + String.join(",", settings.values()) + "}";
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> found = new TreeMap<>();
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
            String value = setting.group(2) != null
                    ? '"' + setting.group(2) + '"'
                    : setting.group(3) != null ? setting.group(3) : setting.group(4);
            found.put(setting.group(1).toLowerCase(Locale.ROOT), '"' + setting.group(1) + "\":" + value);
        }
        return found;
    }

    String hashOn(String url) {
        return sha256(url + configKey);
    }

    /** Loads a link into the exam and posts what the page reads. */
    Answer proveOn(Screen screen, String link) {
        return screen.post("lockdown/proof?n=" + numberOf(link), Map.of("page", link, "configKey", hashOn(link)));
    }

    Answer check(Screen screen, String page, String number) {
        return screen.post("lockdown/checks?n=" + number, Map.of("page", page, "configKey", hashOn(page)));
    }

    static String numberOf(String link) {
        return link.substring(link.indexOf("?n=") + 3);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
