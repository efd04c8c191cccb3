package io.tanshi.enrolment.intake;

import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing that blocks nothing.
 *
 * @param row the row of the worksheet, null when it concerns the package
 */
public record Notice(@Nullable Integer row, String code, String message) {}
