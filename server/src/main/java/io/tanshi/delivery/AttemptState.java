package io.tanshi.delivery;

/** The life of an attempt (decisions §6). */
public enum AttemptState {
    /** Entered before the bell. */
    WAITING("等待"),
    OPEN("作答中"),
    /** Stopped by the invigilator; the clock stands still. */
    PAUSED("已暂停"),
    SUBMITTED("已交卷"),
    TERMINATED("已终止");

    private final String label;

    AttemptState(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }

    /** Whether nothing can be answered any more. */
    public boolean isOver() {
        return this == SUBMITTED || this == TERMINATED;
    }
}
