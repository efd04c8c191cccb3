package io.tanshi.delivery.rulings;

import io.tanshi.exam.Admission;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, to whom and when.
 *
 * @param subject the admission, for one candidate
 * @param site the site's name, for a room or a site
 * @param room the room's name, for a room
 * @param minutes given by judgement; null to compute them from the log
 */
record Incident(
        IncidentCategory category,
        RulingScope scope,
        @Nullable UUID subject,
        @Nullable String site,
        @Nullable String room,
        Span span,
        @Nullable Integer minutes) {

    boolean concerns(Admission admission) {
        return switch (scope) {
            case CANDIDATE -> admission.id().value().equals(subject);
            case ROOM -> admission.site().equals(site) && admission.room().equals(room);
            case SITE -> admission.site().equals(site);
            case ALL -> true;
        };
    }

    String place(Admission any) {
        return switch (scope) {
            case CANDIDATE -> "%s %s %02d 座".formatted(any.site(), any.room(), any.seat());
            case ROOM -> Objects.requireNonNullElse(site, "") + " " + Objects.requireNonNullElse(room, "");
            case SITE -> Objects.requireNonNullElse(site, "");
            case ALL -> "全场";
        };
    }
}
