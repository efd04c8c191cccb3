package io.tanshi.delivery;

/**
 * Who scores the papers handed in. A port: marking implements it, so that answers which a person lets in after the hand-in
 * count as well.
 */
public interface Rescoring {

    /**
     * Scores the paper as the log now stands, in the transaction of the caller.
     *
     * @return false when people have begun to mark it; then nothing was changed
     */
    boolean rescore(AttemptId attempt);
}
