package io.tanshi.exam.assembly;

import io.tanshi.itembank.PoolEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes enmity mutual: when one item names another, the other names it too. */
final class EnemyPairs {

    private EnemyPairs() {}

    static List<PoolEntry> completed(List<PoolEntry> pool) {
        Map<String, Set<String>> enemies = new HashMap<>();
        for (PoolEntry entry : pool) {
            for (String other : entry.enemies()) {
                enemies.computeIfAbsent(entry.code(), code -> new HashSet<>()).add(other);
                enemies.computeIfAbsent(other, code -> new HashSet<>()).add(entry.code());
            }
        }
        return pool.stream()
                .map(entry -> new PoolEntry(
                        entry.id(),
                        entry.code(),
                        entry.type(),
                        entry.topic(),
                        entry.difficulty(),
                        enemies.getOrDefault(entry.code(), Set.of())))
                .toList();
    }
}
