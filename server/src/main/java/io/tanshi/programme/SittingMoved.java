package io.tanshi.programme;

import java.time.Instant;
import java.time.LocalDate;

/** The date of a sitting, or the close of its registration, was changed. */
public record SittingMoved(SittingId sittingId, LocalDate from, LocalDate to, Instant at) {}
