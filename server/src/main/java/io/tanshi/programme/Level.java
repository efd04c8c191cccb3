package io.tanshi.programme;

import java.util.Arrays;
import java.util.Optional;

/** The three levels of the programme, lowest first. */
public enum Level {
    JUNIOR("初级", 1),
    INTERMEDIATE("中级", 2),
    SENIOR("高级", 3);

    private final String label;
    private final int digit;

    Level(String label, int digit) {
        this.label = label;
        this.digit = digit;
    }

    /** The word printed on forms and certificates. */
    public String label() {
        return label;
    }

    /** The digit that stands for the level in numbers of tickets and certificates. */
    public int digit() {
        return digit;
    }

    /** The level with that word, if it is one of the three. */
    public static Optional<Level> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(level -> level.label.equals(label))
                .findFirst();
    }
}
