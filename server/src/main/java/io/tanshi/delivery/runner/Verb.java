package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptState;
import java.util.Optional;

/** What can be done to an attempt. The table of decisions §6 stands in {@link #from}. */
enum Verb {
    OPEN,
    PAUSE,
    RESUME,
    HAND_IN,
    TERMINATE;

    /** The state after this verb; empty when the verb is refused in {@code state}. */
    Optional<AttemptState> from(AttemptState state) {
        return Optional.ofNullable(
                switch (this) {
                    case OPEN -> state == AttemptState.WAITING ? AttemptState.OPEN : null;
                    case PAUSE -> state == AttemptState.OPEN ? AttemptState.PAUSED : null;
                    case RESUME -> state == AttemptState.PAUSED ? AttemptState.OPEN : null;
                    case HAND_IN -> state.isOver() ? null : AttemptState.SUBMITTED;
                    case TERMINATE -> state.isOver() ? null : AttemptState.TERMINATED;
                });
    }
}
