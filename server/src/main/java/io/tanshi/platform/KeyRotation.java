package io.tanshi.platform;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the data keys: new ones encrypt from now on, everything stored is encrypted anew step by step, and the old
 * ones are dropped when nothing uses them. A kill at any point costs nothing but the step it fell into.
 *
 * <p>The keys of look-up hashes stay: see ADR 9.
 */
public interface KeyRotation {

    /** What is kept in one place. */
    record Place(String label, long total, long outdated) {}

    /** A data key with the number of its versions that are still kept. */
    record Key(String purpose, int versions) {}

    /**
     * Where the last rotation stands.
     *
     * @param startedAt null when there was none yet
     * @param renewedAt when everything was encrypted anew
     * @param droppedAt when the old keys were dropped
     * @param running whether this process is working on it now
     */
    record Progress(
            @Nullable Instant startedAt,
            @Nullable Instant renewedAt,
            @Nullable Instant droppedAt,
            boolean running) {

        /** Whether the old keys wait for nothing but their removal. */
        public boolean isRenewed() {
            return renewedAt != null && droppedAt == null;
        }
    }

    Progress progress();

    /** Counts what is encrypted: takes a while where there is much. */
    List<Place> places();

    List<Key> keys();

    /** Makes new keys; false when a rotation is not finished yet. Needs a transaction. */
    boolean begin();

    /** Encrypts in the background what is outdated; does nothing when there is nothing to do. */
    void resume();

    /** The same in this thread, to the end; the count grows while it runs. */
    void renewAll(LongConsumer renewed);

    /**
     * Drops the old keys when nothing is encrypted with them.
     *
     * @return false when something still is
     */
    boolean dropOld();
}
