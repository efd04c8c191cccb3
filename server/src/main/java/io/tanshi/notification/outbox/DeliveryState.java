package io.tanshi.notification.outbox;

/** Where something that leaves stands. Only a person moves it out of the last two. */
enum DeliveryState {
    WAITING("待发送"),
    /** Handed over at this moment; written down before the first byte leaves. */
    SENDING("发送中"),
    SENT("已发送"),
    /** Perhaps taken by the other side: the line broke, or we died, after the text was out. */
    UNCERTAIN("待确认"),
    FAILED("发送失败");

    private final String label;

    DeliveryState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
