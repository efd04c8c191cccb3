package io.tanshi.marking.human;

import io.tanshi.kernel.Score;
import java.math.BigDecimal;
import java.util.List;

/**
 * What follows from the marks of an answer (decisions §2): two marks no further apart than the threshold give their
 * mean; otherwise a third marker, and the mean of the two closest of three if they agree; otherwise the leader.
 */
sealed interface Adjudication {

    /** The marks agree. */
    record Agreed(Score points) implements Adjudication {}

    /** One more mark is needed before anything can be said. */
    record OneMore() implements Adjudication {}

    /** Two marks are too far apart. */
    record Third() implements Adjudication {}

    /** Three marks are too far apart. */
    record Leader() implements Adjudication {}

    /**
     * Judges the marks in the order they were given.
     *
     * @param marks one to three
     * @param threshold marks further apart than this do not agree
     */
    static Adjudication of(List<Score> marks, Score threshold) {
        return switch (marks.size()) {
            case 1 -> new OneMore();
            case 2 ->
                agree(marks.get(0), marks.get(1), threshold)
                        ? new Agreed(Score.mean(marks.get(0), marks.get(1)))
                        : new Third();
            case 3 -> ofThree(marks, threshold);
            default -> throw new IllegalArgumentException("One to three marks, not " + marks.size());
        };
    }

    private static Adjudication ofThree(List<Score> marks, Score threshold) {
        List<Score> sorted = marks.stream().sorted().toList();
        BigDecimal lower = sorted.get(0).distanceTo(sorted.get(1));
        BigDecimal upper = sorted.get(1).distanceTo(sorted.get(2));
        // Equally close on both sides: the higher pair, in the candidate's favour.
        Score other = lower.compareTo(upper) < 0 ? sorted.get(0) : sorted.get(2);
        return agree(sorted.get(1), other, threshold) ? new Agreed(Score.mean(sorted.get(1), other)) : new Leader();
    }

    private static boolean agree(Score a, Score b, Score threshold) {
        return a.distanceTo(b).compareTo(threshold.points()) <= 0;
    }
}
