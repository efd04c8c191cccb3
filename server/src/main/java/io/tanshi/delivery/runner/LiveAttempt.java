package io.tanshi.delivery.runner;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One attempt in memory, as the database has it. Whoever changes it holds its turn until the change is durable; whoever
 * reads it waits for nobody. The attempt shown here is never changed in place.
 */
final class LiveAttempt {

    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Attempt shown;
    private long doubtedAt;
    private long epoch;

    /** Null when it must be read from the database first. */
    @Nullable
    Attempt shown() {
        return shown;
    }

    /** In its turn only. */
    Attempt current() {
        Attempt current = shown;
        if (current == null) {
            throw new IllegalStateException("Nothing is known of this attempt");
        }
        return current;
    }

    void show(Attempt attempt) {
        shown = attempt;
    }

    void read(Attempt attempt, long underEpoch) {
        shown = attempt;
        epoch = underEpoch;
        doubtedAt = 0;
    }

    /**
     * Nothing is known until the database was asked: a write may be durable although its answer was lost.
     *
     * @param at the number of this doubt among all; they grow
     */
    void doubt(long at) {
        doubtedAt = at;
        shown = null;
    }

    /** The number of the doubt it is in; 0 for none. */
    long doubtedAt() {
        return doubtedAt;
    }

    /** The number of the ownership under which it was read; nothing is written under another. */
    long epoch() {
        return epoch;
    }

    void takeTurn() {
        turn.lock();
    }

    void endTurn() {
        turn.unlock();
    }
}
