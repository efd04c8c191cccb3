package io.tanshi.itembank.scoring;

import io.tanshi.kernel.Score;
import java.util.List;

/**
 * One thing an extended answer has to say.
 *
 * @param points what it is worth; the points of an item sum to 10
 * @param keywords words that point a marker to the place; they never decide
 */
public record MarkingPoint(String text, Score points, List<String> keywords) {

    public MarkingPoint {
        keywords = List.copyOf(keywords);
    }
}
