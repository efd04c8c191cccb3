package io.tanshi.programme;

import java.time.Instant;

/** A sitting was given another rule set or asks for other papers; applications that were judged before stay as they are. */
public record SittingConditionsChanged(SittingId sittingId, String ruleSet, Instant at) {}
