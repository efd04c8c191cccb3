package io.tanshi.exam.assembly;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.PoolEntry;
import java.util.List;

/** The items chosen for one section, in the order of the paper. */
public record ChosenSection(ItemType type, String title, int pointsEach, List<PoolEntry> entries) {

    public ChosenSection {
        entries = List.copyOf(entries);
    }
}
