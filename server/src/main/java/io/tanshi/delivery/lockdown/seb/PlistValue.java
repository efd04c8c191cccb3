package io.tanshi.delivery.lockdown.seb;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A value in a configuration of Safe Exam Browser.
 *
 * <p>Only what every build of it hashes alike: no dates and no fractions, no quotes, backslashes or control characters
 * in texts (one build escapes them, another does not), no empty dictionaries (they are dropped from the hash), no keys
 * that differ in case only (their order is undefined).
 */
sealed interface PlistValue {

    /** @throws IllegalArgumentException for characters that are not hashed alike everywhere */
    record Text(String value) implements PlistValue {

        private static final Pattern AMBIGUOUS = Pattern.compile("[\"\\\\\\p{Cntrl}\\p{Cs}]");

        public Text {
            if (AMBIGUOUS.matcher(value).find()) {
                throw new IllegalArgumentException("Not hashed alike everywhere: " + value);
            }
        }
    }

    record Whole(int value) implements PlistValue {}

    record Flag(boolean value) implements PlistValue {}

    record Listing(List<? extends PlistValue> items) implements PlistValue {

        public Listing {
            items = List.copyOf(items);
        }
    }

    /** In the order of the hash. @throws IllegalArgumentException when it is empty, or for a key out of the ordinary */
    record Dictionary(Map<String, PlistValue> entries) implements PlistValue {

        private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

        public Dictionary {
            TreeMap<String, PlistValue> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            sorted.putAll(entries);
            if (sorted.isEmpty() || sorted.size() < entries.size()) {
                throw new IllegalArgumentException("Empty, or keys that differ in case only: " + entries.keySet());
            }
            if (!sorted.keySet().stream().allMatch(key -> KEY.matcher(key).matches())) {
                throw new IllegalArgumentException("Not a key: " + entries.keySet());
            }
            entries = Collections.unmodifiableMap(sorted);
        }
    }
}
