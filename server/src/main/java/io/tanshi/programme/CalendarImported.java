package io.tanshi.programme;

import java.time.Instant;

/** The days off of a year became known or were corrected; provisional dates touching it have been counted anew. */
public record CalendarImported(int year, Instant at) {}
