package io.tanshi.itembank.authoring;

import io.tanshi.itembank.CandidateItem.Option;
import java.math.BigDecimal;
import java.util.List;

/**
 * Everything an author writes of one version; unchecked, see {@link ItemRules}.
 *
 * @param point code of the knowledge point, for example {@code T3.2}
 * @param difficulty 1 to 5
 * @param options empty for extended text
 * @param key ids of the right options; empty for extended text
 * @param scheme the marking points; empty for choice items
 */
record ItemContent(
        String point,
        int difficulty,
        String stem,
        List<Option> options,
        List<String> key,
        String rationale,
        List<SchemePoint> scheme,
        String modelAnswer,
        Source source) {

    /** One marking point as written, its worth not yet checked. */
    record SchemePoint(String text, BigDecimal points, List<String> keywords) {
        SchemePoint {
            points = points.stripTrailingZeros();
            points = points.scale() < 0 ? points.setScale(0) : points;
            keywords = List.copyOf(keywords);
        }
    }

    /** Where it can be read up: the document, the place in it, and its edition. */
    record Source(String document, String clause, String edition) {}

    ItemContent {
        options = List.copyOf(options);
        key = key.stream().sorted().toList();
        scheme = List.copyOf(scheme);
    }
}
