package io.tanshi.exam;

import io.tanshi.itembank.ItemVersionId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.List;

/**
 * The paper of a level in a sitting: which item versions, in which order, for how many points. It holds no key.
 *
 * @param sections in the order of the paper
 */
public record Form(
        FormId id, SittingId sittingId, Level level, Variant variant, FormStatus status, List<FormSection> sections) {

    public Form {
        sections = List.copyOf(sections);
    }

    /** Every item in the order of the paper. */
    public List<ItemVersionId> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }
}
