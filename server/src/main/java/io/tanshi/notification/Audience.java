package io.tanshi.notification;

/** For whom a kind of message is written. */
public enum Audience {
    INSTITUTION("机构"),
    CANDIDATE("考生"),
    STAFF("工作人员");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
