package io.tanshi.enrolment.application;

/** What a reviewer wants put right on one document, in the words the institution reads. */
public record ReturnNote(DocumentKind kind, ReturnReason reason, String words) {}
