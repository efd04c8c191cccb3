package io.tanshi.exam;

import io.tanshi.programme.SittingId;

/** How far the exam of each sitting is. */
public interface SittingRuns {

    /** @throws java.util.NoSuchElementException when there is no such sitting */
    SittingRun of(SittingId sitting);
}
