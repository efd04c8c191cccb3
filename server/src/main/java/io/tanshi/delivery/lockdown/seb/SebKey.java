package io.tanshi.delivery.lockdown.seb;

import io.tanshi.delivery.lockdown.seb.PlistValue.Dictionary;
import io.tanshi.delivery.lockdown.seb.PlistValue.Flag;
import io.tanshi.delivery.lockdown.seb.PlistValue.Listing;
import io.tanshi.delivery.lockdown.seb.PlistValue.Text;
import io.tanshi.delivery.lockdown.seb.PlistValue.Whole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A key by which the locked browser proves itself: the Config Key, which follows from the configuration, or a Browser
 * Exam Key, which each build has for itself. Neither is ever sent; sent is its hash with the address of a page.
 *
 * @param hex 64 small hexadecimal figures
 */
record SebKey(String hex) {

    private static final Pattern FORM = Pattern.compile("[a-f0-9]{64}");

    SebKey {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a key: " + hex);
        }
    }

    /** The Config Key: over the settings as JSON without white space and without escapes, keys sorted ignoring case. */
    static SebKey ofConfiguration(Dictionary configuration) {
        return new SebKey(sha256(json(configuration)));
    }

    static String json(PlistValue value) {
        return switch (value) {
            case Text text -> '"' + text.value() + '"';
            case Whole whole -> String.valueOf(whole.value());
            case Flag flag -> String.valueOf(flag.value());
            case Listing listing ->
                listing.items().stream().map(SebKey::json).collect(Collectors.joining(",", "[", "]"));
            case Dictionary dictionary ->
                dictionary.entries().entrySet().stream().map(SebKey::json).collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String json(Map.Entry<String, PlistValue> entry) {
        return '"' + entry.getKey() + "\":" + json(entry.getValue());
    }

    /** What the browser shows on this page; what follows a {@code #} is not part of the address. */
    String hashOn(String url) {
        int fragment = url.indexOf('#');
        return sha256((fragment < 0 ? url : url.substring(0, fragment)) + hex);
    }

    /** Compares in constant time. */
    boolean isShownOn(String url, String shown) {
        return MessageDigest.isEqual(
                hashOn(url).getBytes(StandardCharsets.US_ASCII),
                shown.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
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
