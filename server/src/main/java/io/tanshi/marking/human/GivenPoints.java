package io.tanshi.marking.human;

import io.tanshi.itembank.scoring.MarkingPoint;
import io.tanshi.kernel.Score;
import io.tanshi.marking.MarkingError;
import io.tanshi.platform.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Points given for each marking point of an answer, in the order of the scheme.
 *
 * @param points one for each marking point, none above what the point is worth
 */
record GivenPoints(List<Score> points) {

    GivenPoints {
        points = List.copyOf(points);
    }

    /** @throws Problem {@code marking/points-invalid} naming the first point that is not right */
    static GivenPoints check(List<BigDecimal> given, List<MarkingPoint> scheme) {
        if (given.size() != scheme.size()) {
            throw Problem.of(
                    MarkingError.POINTS_INVALID,
                    "本题有 " + scheme.size() + " 个评分点，收到 " + given.size() + " 个给分。请刷新页面后重新评分。");
        }
        List<Score> points = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            points.add(checkOne(i, given.get(i), scheme.get(i).points()));
        }
        return new GivenPoints(points);
    }

    private static Score checkOne(int index, BigDecimal given, Score most) {
        boolean inSteps =
                given.multiply(BigDecimal.valueOf(2)).stripTrailingZeros().scale() <= 0;
        if (given.signum() < 0 || given.compareTo(most.points()) > 0 || !inSteps) {
            String message =
                    "第 " + (index + 1) + " 个评分点应为 0 至 " + most + " 分、以 0.5 分为一档，现为 " + given.toPlainString() + " 分。";
            throw Problem.of(MarkingError.POINTS_INVALID, message + "请改正后再提交。").field("given[" + index + "]", message);
        }
        return new Score(given);
    }

    Score total() {
        return points.stream().reduce(Score.ZERO, Score::plus);
    }

    /** As stored: {@code 2/0/1.5}. */
    String text() {
        return points.stream().map(Score::toString).collect(Collectors.joining("/"));
    }

    static GivenPoints parse(String text) {
        return new GivenPoints(Arrays.stream(text.split("/")).map(Score::of).toList());
    }
}
