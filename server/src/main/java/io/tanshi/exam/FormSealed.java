package io.tanshi.exam;

import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/** A second administrator confirmed the form; it cannot change any more. */
public record FormSealed(FormId formId, SittingId sittingId, Level level, Instant at) {}
