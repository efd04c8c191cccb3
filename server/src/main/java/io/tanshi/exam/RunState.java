package io.tanshi.exam;

/** The life of a sitting's run. */
public enum RunState {
    PLANNED("未开考"),
    OPEN("已开考"),
    CLOSED("已结束");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }
}
