package io.tanshi.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Points of an item, a section or a paper, in steps of half a point.
 *
 * @param points never negative, scale 1
 */
public record Score(BigDecimal points) implements Comparable<Score> {

    // Before ZERO, which needs it while the class is being initialised.
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public static final Score ZERO = Score.of("0");

    public Score {
        if (points.signum() < 0) {
            throw new IllegalArgumentException("A score is not negative: " + points);
        }
        points = points.setScale(1, RoundingMode.UNNECESSARY);
        if (points.multiply(TWO).stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("A score has steps of 0.5: " + points);
        }
    }

    public static Score of(String points) {
        return new Score(new BigDecimal(points));
    }

    public static Score of(long points) {
        return new Score(BigDecimal.valueOf(points));
    }

    /** Rounds half up to the next half point, the programme's rounding rule (decisions §2). */
    public static Score rounded(BigDecimal points) {
        return new Score(
                points.multiply(TWO).setScale(0, RoundingMode.HALF_UP).divide(TWO, 1, RoundingMode.UNNECESSARY));
    }

    /** The mean of two marks, rounded half up to 0.5. */
    public static Score mean(Score a, Score b) {
        return rounded(a.points.add(b.points).divide(TWO, 4, RoundingMode.HALF_UP));
    }

    public Score plus(Score other) {
        return new Score(points.add(other.points));
    }

    /** The distance between two marks, never negative. */
    public BigDecimal distanceTo(Score other) {
        return points.subtract(other.points).abs();
    }

    @Override
    public int compareTo(Score other) {
        return points.compareTo(other.points);
    }

    @Override
    public String toString() {
        return points.stripTrailingZeros().toPlainString();
    }
}
