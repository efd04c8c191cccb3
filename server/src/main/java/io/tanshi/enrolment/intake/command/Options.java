package io.tanshi.enrolment.intake.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: {@code --name value}, {@code --flag} and files, in any order. */
final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> files = new ArrayList<>();

    private Options() {}

    /**
     * Reads the words.
     *
     * @param flags the options that take no value
     * @param names the options that take one
     * @throws IllegalArgumentException for an option that is neither, or lacks its value
     */
    static Options read(List<String> words, Set<String> flags, Set<String> names) {
        Options options = new Options();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (flags.contains(word)) {
                options.flags.add(word);
            } else if (names.contains(word) && i + 1 < words.size()) {
                options.values.put(word, words.get(++i));
            } else if (word.startsWith("--")) {
                throw new IllegalArgumentException(word);
            } else {
                options.files.add(word);
            }
        }
        return options;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The one file, when exactly one is named. */
    Optional<String> file() {
        return files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
    }

    /** All files that are named. */
    List<String> files() {
        return files;
    }
}
