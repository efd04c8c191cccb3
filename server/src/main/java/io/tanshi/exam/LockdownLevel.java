package io.tanshi.exam;

/** How strictly the candidates' machines are locked in a sitting. */
public enum LockdownLevel {
    /** Any browser; what the screen notices is evidence for a person. */
    PLAIN("普通浏览器"),
    /** Safe Exam Browser with the configuration of the sitting. */
    SEB("Safe Exam Browser");

    private final String label;

    LockdownLevel(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }
}
