package io.tanshi.audit;

import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/** One act on record; {@code position} grows with every entry. */
public record AuditEntry(
        long position,
        OffsetDateTime at,
        String actorKind,
        String actorLabel,
        String action,
        String subjectType,
        String subjectId,
        JsonNode details) {}
