package io.tanshi.exam.assembly;

import io.tanshi.exam.Variant;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.programme.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Assembles the main form and the spare of a level. */
public final class FormAssembler {

    private final Blueprint blueprint;

    public FormAssembler(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /**
     * What to choose for.
     *
     * @param pool every item that may be used, in a fixed order
     * @param exposure how often an item stands in other forms, weighted; such items are taken last
     * @param seed the same seed, pool and exposure give the same forms
     */
    public record Task(Level level, List<PoolEntry> pool, Map<ItemVersionId, Integer> exposure, long seed) {}

    /** Both forms, or every quota that the bank cannot fill. */
    public Assembly assemble(Task task) {
        List<Cell> cells = cells(EnemyPairs.completed(task.pool()));
        List<Shortage> shortages =
                cells.stream().filter(Cell::lacks).map(Shortage::ofCell).toList();
        if (!shortages.isEmpty()) {
            return new Assembly.Infeasible(shortages);
        }
        RandomGenerator random = new SplittableRandom(task.seed());
        Goal goal = new Goal(blueprint.target(task.level()), points(), task.exposure());
        PairSearch.Outcome outcome = new PairSearch(cells, goal, random).run();
        return outcome.best()
                .<Assembly>map(best -> new Assembly.Assembled(
                        sections(best, Variant.MAIN, random), sections(best, Variant.SPARE, random)))
                .orElseGet(() -> new Assembly.Infeasible(obstacle(outcome, cells)));
    }

    private List<Cell> cells(List<PoolEntry> pool) {
        List<Cell> cells = new ArrayList<>();
        for (Blueprint.Section section : blueprint.sections()) {
            section.quotas().forEach((topic, quota) -> {
                if (quota > 0) {
                    cells.add(new Cell(
                            section.type(), topic, quota, section.pointsEach(), fitting(pool, section, topic)));
                }
            });
        }
        return cells;
    }

    private static List<PoolEntry> fitting(List<PoolEntry> pool, Blueprint.Section section, String topic) {
        return pool.stream()
                .filter(entry -> entry.type() == section.type() && entry.topic().equals(topic))
                .toList();
    }

    private Map<ItemType, Integer> points() {
        return blueprint.sections().stream()
                .collect(Collectors.toMap(Blueprint.Section::type, Blueprint.Section::pointsEach));
    }

    private List<ChosenSection> sections(Arrangement arrangement, Variant form, RandomGenerator random) {
        return blueprint.sections().stream()
                .map(section -> new ChosenSection(
                        section.type(),
                        section.title(),
                        section.pointsEach(),
                        shuffled(arrangement, form, section, random)))
                .toList();
    }

    /** Items in a drawn order, so that neighbours on the paper tell nothing about the topic. */
    private static List<PoolEntry> shuffled(
            Arrangement arrangement, Variant form, Blueprint.Section section, RandomGenerator random) {
        List<PoolEntry> entries = new ArrayList<>();
        for (int cell = 0; cell < arrangement.cellCount(); cell++) {
            if (arrangement.cell(cell).type() == section.type()) {
                entries.addAll(arrangement.chosen(cell, form));
            }
        }
        Collections.shuffle(entries, random);
        return entries;
    }

    private static List<Shortage> obstacle(PairSearch.Outcome outcome, List<Cell> cells) {
        return outcome.obstacle().stream()
                .map(clash -> Shortage.ofEnemies(
                        cells.get(clash.cell()),
                        clash.one().code(),
                        clash.other().code()))
                .toList();
    }
}
