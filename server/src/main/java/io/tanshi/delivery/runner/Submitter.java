package io.tanshi.delivery.runner;

/** Who handed an attempt in. */
public enum Submitter {
    CANDIDATE("考生"),
    /** At the deadline, or when the sitting closed. */
    SYSTEM("系统"),
    /** By a ruling of two persons. */
    INVIGILATOR("监考");

    private final String label;

    Submitter(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
