package io.tanshi.itembank.scoring;

import io.tanshi.itembank.ItemVersionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a right answer is. Every method throws {@link java.util.NoSuchElementException} for a version that does not exist.
 */
public interface ItemScoring {

    /** Ids of the right options; empty for extended text. */
    Set<String> key(ItemVersionId id);

    /** The keys of many versions in one reading. */
    Map<ItemVersionId, Set<String>> keys(Collection<ItemVersionId> ids);

    /** In the order of the scheme; empty for choice items. */
    List<MarkingPoint> markingPoints(ItemVersionId id);

    /** The model answer of an extended text; empty for choice items. */
    String modelAnswer(ItemVersionId id);

    /** Why the key is right, or how the scheme is meant. */
    String rationale(ItemVersionId id);
}
