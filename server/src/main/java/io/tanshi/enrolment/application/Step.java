package io.tanshi.enrolment.application;

import io.tanshi.enrolment.ApplicationState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move in the history of an application.
 *
 * @param actor who did it, as shown
 * @param words why, in the words of whoever did it
 */
public record Step(
        UUID id,
        Verb verb,
        ApplicationState from,
        ApplicationState to,
        Instant at,
        String actor,
        @Nullable String words) {}
