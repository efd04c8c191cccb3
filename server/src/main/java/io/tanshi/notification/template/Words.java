package io.tanshi.notification.template;

/** Subject and body of a template in one language, or of a message made from it. */
public record Words(String subject, String body) {}
