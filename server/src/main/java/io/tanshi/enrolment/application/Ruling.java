package io.tanshi.enrolment.application;

/**
 * A reviewer's decision on what the clauses leave open.
 *
 * @param clause the clause that holds by this ruling
 * @param subject what was ruled on, without personal data, e.g. {@code 专业：环境规划}
 * @param reason why
 */
public record Ruling(int clause, String subject, String reason) {}
