package io.tanshi.enrolment;

/** Where an application stands (decisions §6). */
public enum ApplicationState {
    DRAFT("草稿"),
    PENDING("待审核"),
    APPROVED("审核通过"),
    RETURNED("需补正"),
    REJECTED("审核不通过"),
    WITHDRAWN("已撤回");

    private final String label;

    ApplicationState(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }

    /** Whether the person is, or may still come to be, registered by it. */
    public boolean isLive() {
        return this != REJECTED && this != WITHDRAWN;
    }
}
