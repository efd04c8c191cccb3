package io.tanshi.exam;

import io.tanshi.programme.SittingId;
import java.time.Instant;

/** The sitting is over; whoever had a seat and never came is absent. */
public record SittingClosed(SittingId sittingId, Instant at) {}
