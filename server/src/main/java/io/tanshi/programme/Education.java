package io.tanshi.programme;

import java.util.Arrays;
import java.util.Optional;

/** Degrees of schooling as the registration form names them, lowest first. */
public enum Education {
    HIGH_SCHOOL("高中"),
    SECONDARY_VOCATIONAL("中专"),
    JUNIOR_COLLEGE("大专"),
    BACHELOR("本科"),
    POSTGRADUATE("研究生");

    private final String label;

    Education(String label) {
        this.label = label;
    }

    /** The word of the registration form. */
    public String label() {
        return label;
    }

    public boolean isAtLeast(Education other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Education> ofLabel(String label) {
        return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
    }
}
