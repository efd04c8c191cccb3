package io.tanshi.notification.template;

/** The ways out that a kind of message takes; inside the application it is always shown. */
public record Channels(boolean email, boolean sms) {}
