package io.tanshi.delivery.runner;

import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormSection;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sealed form with the content a candidate may see. Holds no key: delivery never learns one. */
final class Paper {

    private final Form form;
    private final Map<ItemVersionId, CandidateItem> items;

    Paper(Form form, Collection<CandidateItem> items) {
        this.form = form;
        this.items = items.stream().collect(Collectors.toUnmodifiableMap(CandidateItem::id, Function.identity()));
    }

    /**
     * A section with the content of its items.
     *
     * @param points of each item
     */
    record FilledSection(ItemType kind, String title, String points, List<CandidateItem> items) {}

    FormId formId() {
        return form.id();
    }

    List<FormSection> sections() {
        return form.sections();
    }

    Optional<CandidateItem> item(ItemVersionId id) {
        return Optional.ofNullable(items.get(id));
    }

    int size() {
        return items.size();
    }

    /** In the order of the form: each candidate's own order comes from the attempt's seed, at the screen. */
    List<FilledSection> filled() {
        return form.sections().stream()
                .map(section -> new FilledSection(
                        section.kind(),
                        section.title(),
                        section.pointsEach().toString(),
                        section.items().stream()
                                .map(id -> item(id).orElseThrow())
                                .toList()))
                .toList();
    }
}
