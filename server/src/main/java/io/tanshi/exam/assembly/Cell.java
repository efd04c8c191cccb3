package io.tanshi.exam.assembly;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.PoolEntry;
import java.util.List;

/** One quota of the blueprint with the items of the bank that can fill it. */
record Cell(ItemType type, String topic, int quota, int points, List<PoolEntry> entries) {

    Cell {
        entries = List.copyOf(entries);
    }

    /** How many items the two forms of a level take together. */
    int needed() {
        return 2 * quota;
    }

    boolean lacks() {
        return entries.size() < needed();
    }
}
