package io.tanshi.notification.outbox;

import org.jspecify.annotations.Nullable;

/** What became of one hand-over. */
sealed interface Outcome {

    record Accepted() implements Outcome {}

    /** Certainly not taken, worth trying again. */
    record Later(Trouble trouble, @Nullable Integer code) implements Outcome {}

    /** Certainly not taken, and trying again is of no use. */
    record Never(Trouble trouble, @Nullable Integer code) implements Outcome {}

    /** Perhaps taken. */
    record Unknown(Trouble trouble) implements Outcome {}
}
