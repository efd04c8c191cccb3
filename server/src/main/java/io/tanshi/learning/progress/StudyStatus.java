package io.tanshi.learning.progress;

/** Where a study stands (decisions §6): it only ever goes from the first to the second. */
public enum StudyStatus {
    STUDYING("学习中"),
    REQUIREMENT_MET("可考试");

    private final String label;

    StudyStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
