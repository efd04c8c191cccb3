package io.tanshi.exam;

/** The life of an admission. Waiting for a seat comes before it: such a person has no admission yet. */
public enum AdmissionState {
    /** Has room, seat and ticket. */
    SEATED("已编排"),
    /** Has entered the exam at least once. */
    ENTERED("已入场"),
    /** The sitting closed without the candidate. */
    ABSENT("缺考");

    private final String label;

    AdmissionState(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }
}
