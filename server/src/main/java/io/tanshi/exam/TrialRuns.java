package io.tanshi.exam;

import io.tanshi.programme.SittingId;

/** How far the candidates' machines are tried out. A port: whoever runs the trials implements it. */
public interface TrialRuns {

    /**
     * Of the seated candidates.
     *
     * @param passed whose last trial was passed, or let pass by an invigilator
     * @param failed whose last trial was not
     */
    record Figures(int passed, int failed) {}

    Figures of(SittingId sitting);
}
