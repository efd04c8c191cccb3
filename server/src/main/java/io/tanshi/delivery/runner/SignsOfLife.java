package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import java.time.Duration;

/** Told when a screen is heard again after a silence that its heartbeats do not explain. Must not wait for anything. */
@FunctionalInterface
public interface SignsOfLife {

    void returned(AttemptId attempt, Duration silence);
}
