package io.tanshi.itembank;

import java.util.Set;

/**
 * An item that a form may take: what assembling needs to know of it, and nothing a candidate could profit from.
 *
 * @param code of the item, the same over its versions
 * @param topic code of the syllabus topic, {@code T1} to {@code T7}
 * @param difficulty 1 (easy) to 5
 * @param enemies codes of items that must not stand in the same form
 */
public record PoolEntry(
        ItemVersionId id, String code, ItemType type, String topic, int difficulty, Set<String> enemies) {

    public PoolEntry {
        enemies = Set.copyOf(enemies);
    }
}
