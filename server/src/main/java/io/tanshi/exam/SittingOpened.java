package io.tanshi.exam;

import io.tanshi.programme.SittingId;
import java.time.Instant;

/** The administrator opened the sitting; candidates may enter. */
public record SittingOpened(SittingId sittingId, Instant at) {}
