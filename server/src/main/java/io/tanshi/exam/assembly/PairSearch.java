package io.tanshi.exam.assembly;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Looks for a good arrangement: a random start, repair of enemies on one form by the swap that clashes least, then
 * swaps that lower the cost. The same seed finds the same forms.
 */
final class PairSearch {

    private static final int STARTS = 3;
    private static final int REPAIRS = 400;
    private static final int SWAPS = 2_000;
    private static final int CANDIDATES = 12;

    private final List<Cell> cells;
    private final Goal goal;
    private final RandomGenerator random;

    PairSearch(List<Cell> cells, Goal goal, RandomGenerator random) {
        this.cells = cells;
        this.goal = goal;
        this.random = random;
    }

    /** What came of it: an arrangement without enemies, or the clash that could not be avoided. */
    record Outcome(Optional<Arrangement> best, Optional<Enemies.Clash> obstacle) {}

    Outcome run() {
        Optional<Arrangement> best = Optional.empty();
        Optional<Enemies.Clash> obstacle = Optional.empty();
        double bestCost = Double.MAX_VALUE;
        for (int start = 0; start < STARTS; start++) {
            Arrangement arrangement = new Arrangement(cells, random);
            obstacle = repair(arrangement);
            if (obstacle.isPresent()) {
                continue;
            }
            double cost = improve(arrangement);
            if (cost < bestCost) {
                bestCost = cost;
                best = Optional.of(arrangement);
            }
        }
        return new Outcome(best, best.isPresent() ? Optional.empty() : obstacle);
    }

    private Optional<Enemies.Clash> repair(Arrangement arrangement) {
        for (int step = 0; step < REPAIRS; step++) {
            List<Enemies.Clash> clashes = Enemies.clashes(arrangement);
            if (clashes.isEmpty()) {
                return Optional.empty();
            }
            swapToLeastClashes(arrangement, clashes.get(random.nextInt(clashes.size())));
        }
        return Enemies.clashes(arrangement).stream().findFirst();
    }

    private void swapToLeastClashes(Arrangement arrangement, Enemies.Clash clash) {
        int bestPlace = -1;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < CANDIDATES; i++) {
            int place = arrangement.placeElsewhere(clash.cell(), clash.place(), random);
            arrangement.swap(clash.cell(), clash.place(), place);
            int clashes = Enemies.clashes(arrangement).size();
            arrangement.swap(clash.cell(), clash.place(), place);
            if (clashes < fewest) {
                fewest = clashes;
                bestPlace = place;
            }
        }
        arrangement.swap(clash.cell(), clash.place(), bestPlace);
    }

    private double improve(Arrangement arrangement) {
        double cost = goal.cost(arrangement);
        for (int i = 0; i < SWAPS; i++) {
            int cell = random.nextInt(cells.size());
            int place = random.nextInt(cells.get(cell).needed());
            int other = arrangement.placeElsewhere(cell, place, random);
            arrangement.swap(cell, place, other);
            double swapped = goal.cost(arrangement);
            if (swapped <= cost) {
                cost = swapped;
            } else {
                arrangement.swap(cell, place, other);
            }
        }
        return cost;
    }
}
