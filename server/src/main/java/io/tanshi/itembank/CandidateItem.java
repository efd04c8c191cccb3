package io.tanshi.itembank;

import java.util.List;

/**
 * An item as a candidate may see it: no key, no rationale, no marking points, no code that tells the topic.
 *
 * @param options in the author's order; empty for extended text
 */
public record CandidateItem(ItemVersionId id, ItemType type, String stem, List<Option> options) {

    /** @param id a letter from A on, unique within the item; responses hold it */
    public record Option(String id, String text) {}

    public CandidateItem {
        options = List.copyOf(options);
    }
}
