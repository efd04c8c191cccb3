package io.tanshi.marking.human;

import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import io.tanshi.marking.human.AnswerTasks.ItemProgress;
import io.tanshi.marking.human.MarkingController.Leader.ItemMarkingProgress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts the counts of states together, one row per item. */
final class LeaderProgress {

    private LeaderProgress() {}

    static List<ItemMarkingProgress> of(List<ItemProgress> counts, Items items) {
        Map<ItemVersionId, List<ItemProgress>> byItem = counts.stream()
                .collect(Collectors.groupingBy(ItemProgress::item, LinkedHashMap::new, Collectors.toList()));
        return byItem.entrySet().stream()
                .map(e -> row(stem(e.getKey(), items), e.getValue()))
                .toList();
    }

    private static ItemMarkingProgress row(String stem, List<ItemProgress> counts) {
        return new ItemMarkingProgress(
                stem,
                sum(counts, s -> s == TaskState.AWAITING),
                sum(counts, s -> s == TaskState.AWAITING_THIRD),
                sum(counts, s -> s == TaskState.AWAITING_ARBITRATION),
                sum(counts, TaskState::isDecided));
    }

    private static int sum(List<ItemProgress> counts, Predicate<TaskState> state) {
        return counts.stream()
                .filter(c -> state.test(c.state()))
                .mapToInt(ItemProgress::count)
                .sum();
    }

    private static String stem(ItemVersionId item, Items items) {
        return items.candidateItems(List.of(item)).getFirst().stem();
    }
}
