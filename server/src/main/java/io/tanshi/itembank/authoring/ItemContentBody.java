package io.tanshi.itembank.authoring;

import io.tanshi.itembank.CandidateItem.Option;
import io.tanshi.itembank.authoring.ItemContent.SchemePoint;
import io.tanshi.itembank.authoring.ItemContent.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of a version as JSON, in the editor and in the starter files alike; absent parts are empty. */
record ItemContentBody(
        @Nullable String point,
        @Nullable Integer difficulty,
        @Nullable String stem,
        @Nullable List<ItemOptionBody> options,
        @Nullable List<String> key,
        @Nullable String rationale,
        @Nullable List<MarkingPointBody> markingPoints,
        @Nullable String modelAnswer,
        @Nullable ItemSourceBody source) {

    record ItemOptionBody(@Nullable String id, @Nullable String text) {
        Option option() {
            return new Option(tidy(id), tidy(text));
        }
    }

    record MarkingPointBody(
            @Nullable String text,
            @Nullable BigDecimal points,
            @Nullable List<String> keywords) {
        SchemePoint point() {
            return new SchemePoint(
                    tidy(text),
                    Objects.requireNonNullElse(points, BigDecimal.ZERO),
                    present(keywords).stream()
                            .map(ItemContentBody::tidy)
                            .filter(k -> !k.isEmpty())
                            .toList());
        }
    }

    record ItemSourceBody(
            @Nullable String document,
            @Nullable String clause,
            @Nullable String edition) {
        Source source() {
            return new Source(tidy(document), tidy(clause), tidy(edition));
        }
    }

    ItemContent content() {
        return new ItemContent(
                tidy(point),
                Objects.requireNonNullElse(difficulty, 0),
                tidy(stem),
                present(options).stream().map(ItemOptionBody::option).toList(),
                present(key),
                tidy(rationale),
                present(markingPoints).stream().map(MarkingPointBody::point).toList(),
                tidy(modelAnswer),
                Objects.requireNonNullElseGet(source, () -> new ItemSourceBody("", "", ""))
                        .source());
    }

    static ItemContentBody of(ItemContent content) {
        return new ItemContentBody(
                content.point(),
                content.difficulty(),
                content.stem(),
                content.options().stream()
                        .map(o -> new ItemOptionBody(o.id(), o.text()))
                        .toList(),
                content.key(),
                content.rationale(),
                content.scheme().stream()
                        .map(p -> new MarkingPointBody(p.text(), p.points(), p.keywords()))
                        .toList(),
                content.modelAnswer(),
                new ItemSourceBody(
                        content.source().document(),
                        content.source().clause(),
                        content.source().edition()));
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
