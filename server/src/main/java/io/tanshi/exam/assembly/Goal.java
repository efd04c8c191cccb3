package io.tanshi.exam.assembly;

import io.tanshi.exam.Variant;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.PoolEntry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How good an arrangement is; less is better. Enemies on one form outweigh everything else, then come the distance of
 * the two forms' difficulty from the aim and from each other, then items that stand in other forms already.
 *
 * @param target difficulty aimed at, mean over the points of a form
 * @param points of an item of each type
 * @param exposure how often an item stands in other forms, weighted; absent: never
 */
record Goal(double target, Map<ItemType, Integer> points, Map<ItemVersionId, Integer> exposure) {

    private static final double ENEMIES = 1_000;
    private static final double DISTANCE = 10;
    private static final double PER_TYPE = 3;
    private static final double REUSE = 0.05;

    double cost(Arrangement arrangement) {
        Sums main = sums(arrangement, Variant.MAIN);
        Sums spare = sums(arrangement, Variant.SPARE);
        return ENEMIES * (main.enemies + spare.enemies)
                + DISTANCE * (Math.abs(main.mean() - target) + Math.abs(spare.mean() - target))
                + DISTANCE * Math.abs(main.mean() - spare.mean())
                + PER_TYPE * main.distancePerType(spare)
                + REUSE * (main.reused + spare.reused);
    }

    private Sums sums(Arrangement arrangement, Variant form) {
        Sums sums = new Sums();
        arrangement.forEach(form, sums::add);
        return sums;
    }

    /** Adds up one form. */
    private final class Sums {
        private final Set<String> hostile = new HashSet<>();
        private final int[] difficulties = new int[ItemType.values().length];
        private final int[] counts = new int[ItemType.values().length];
        private double weighted;
        private double weight;
        private int enemies;
        private int reused;

        void add(PoolEntry entry) {
            int worth = points.getOrDefault(entry.type(), 1);
            weighted += entry.difficulty() * worth;
            weight += worth;
            difficulties[entry.type().ordinal()] += entry.difficulty();
            counts[entry.type().ordinal()]++;
            reused += exposure.getOrDefault(entry.id(), 0);
            if (!entry.enemies().isEmpty()) {
                addHostile(entry);
            }
        }

        // Enemies are named on both sides, so the second of a pair finds the first.
        private void addHostile(PoolEntry entry) {
            for (String enemy : entry.enemies()) {
                enemies += hostile.contains(enemy) ? 1 : 0;
            }
            hostile.add(entry.code());
        }

        double mean() {
            return weight == 0 ? 0 : weighted / weight;
        }

        double distancePerType(Sums other) {
            double distance = 0;
            for (ItemType type : ItemType.values()) {
                distance += Math.abs(mean(type) - other.mean(type));
            }
            return distance;
        }

        private double mean(ItemType type) {
            int count = counts[type.ordinal()];
            return count == 0 ? 0 : (double) difficulties[type.ordinal()] / count;
        }
    }
}
