package io.tanshi.exam.assembly;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.PoolEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** Item banks drawn from a seed, for tests. */
final class DrawnPool {

    private DrawnPool() {}

    /**
     * @param perCell items for each topic and type
     * @param pairs of enemies, drawn over the whole bank
     */
    static List<PoolEntry> of(Blueprint blueprint, int perCell, int pairs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PoolEntry> entries = new ArrayList<>();
        for (Blueprint.Section section : blueprint.sections()) {
            for (String topic : section.quotas().keySet()) {
                for (int n = 1; n <= perCell; n++) {
                    entries.add(entry(random, section.type(), topic, n));
                }
            }
        }
        for (int i = 0; i < pairs; i++) {
            makeEnemies(entries, random.nextInt(entries.size()), random.nextInt(entries.size()));
        }
        return entries;
    }

    private static PoolEntry entry(SplittableRandom random, ItemType type, String topic, int n) {
        ItemVersionId id = new ItemVersionId(new UUID(random.nextLong(), random.nextLong()));
        String code = "%s-%c-%03d".formatted(topic, type.letter(), n);
        return new PoolEntry(id, code, type, topic, random.nextInt(1, 6), Set.of());
    }

    /** Names the enemy on one side only, as a bank may do. */
    private static void makeEnemies(List<PoolEntry> entries, int one, int other) {
        if (one == other) {
            return;
        }
        PoolEntry entry = entries.get(one);
        Set<String> enemies = new HashSet<>(entry.enemies());
        enemies.add(entries.get(other).code());
        entries.set(
                one, new PoolEntry(entry.id(), entry.code(), entry.type(), entry.topic(), entry.difficulty(), enemies));
    }
}
