package io.tanshi.exam;

/** The life of a sitting's run. */
public enum RunState {
    PLANNED("未开考"),
    OPEN("已开放入场"),
    CLOSED("已结束");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** Of an open run {@link SittingRun#label} says more: candidates wait until the bell. */
    public String label() {
        return label;
    }
}
