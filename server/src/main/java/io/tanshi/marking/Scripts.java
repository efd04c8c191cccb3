package io.tanshi.marking;

import io.tanshi.delivery.AttemptId;
import io.tanshi.programme.SittingId;

/** The handed-in papers and how far they are marked. */
public interface Scripts {

    /**
     * How far the papers of a sitting are.
     *
     * @param received papers handed in
     * @param marked papers whose every item has its score
     */
    record Progress(int received, int marked) {

        public boolean isComplete() {
            return received == marked;
        }
    }

    /** @throws IllegalStateException when the attempt is not marked to the end */
    ScriptScores scores(AttemptId attempt);

    Progress progress(SittingId sitting);
}
