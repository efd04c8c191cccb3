package io.tanshi.exam;

import io.tanshi.programme.SittingId;

/** How many candidates are still at work. A port: whoever runs the attempts implements it, so that nobody is cut off. */
public interface RunningAttempts {

    /** Attempts that were begun, or wait for the bell, and are not handed in or ended. */
    int unfinished(SittingId sitting);
}
