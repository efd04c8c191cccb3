package io.tanshi.programme;

/**
 * How many applications a sitting's rule set has judged already. A port: whoever keeps applications implements it, so that
 * an administrator sees the figures before another rule set is given to the sitting.
 */
public interface JudgedApplications {

    /**
     * @param submitted handed in and judged by the rules, whatever became of them
     * @param decided of these, decided by a reviewer
     */
    record Count(int submitted, int decided) {}

    Count of(SittingId sitting);
}
