package io.tanshi.notification.outbox;

/** A way out of the application. */
enum Channel {
    EMAIL("电子邮件"),
    SMS("短信");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
