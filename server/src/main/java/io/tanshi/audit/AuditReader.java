package io.tanshi.audit;

import io.tanshi.platform.PageView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the trail, newest first. */
public interface AuditReader {

    /**
     * @param action beginning of the action's name
     * @param subjectId exact id of the thing acted on
     * @param actorLabel exact name of the actor
     * @param from first day
     * @param to last day, whole
     */
    record Query(
            @Nullable String action,
            @Nullable String subjectId,
            @Nullable String actorLabel,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    PageView<AuditEntry> read(Query query, int page, int size);
}
