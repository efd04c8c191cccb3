package io.tanshi.exam.assembly;

import io.tanshi.itembank.ItemType;
import io.tanshi.programme.Level;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every form consists of (双向细目表): how many items of which type from which topic, and how difficult on average.
 *
 * @param basis where the figures come from, in words for the screen
 * @param sections in the order of the paper
 * @param difficulty aimed at for each level, mean over the points of the form, 1 (easy) to 5
 */
public record Blueprint(String basis, List<Section> sections, Map<Level, BigDecimal> difficulty) {

    /**
     * The items of one type.
     *
     * @param title as printed, e.g. 单选题
     * @param pointsEach full points of each item
     * @param quotas items for each topic, in the order of the syllabus; a topic may have none
     */
    public record Section(ItemType type, String title, int pointsEach, Map<String, Integer> quotas) {

        public Section {
            quotas = Collections.unmodifiableMap(new LinkedHashMap<>(quotas));
            if (pointsEach < 1 || quotas.values().stream().anyMatch(quota -> quota < 0)) {
                throw new IllegalArgumentException("Items have points and quotas are not negative: " + type);
            }
        }

        /** Number of items. */
        public int count() {
            return quotas.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Full points of the section. */
        public int points() {
            return count() * pointsEach;
        }
    }

    public Blueprint {
        sections = List.copyOf(sections);
        difficulty = Map.copyOf(difficulty);
    }

    /** Full points of a form. */
    public int points() {
        return sections.stream().mapToInt(Section::points).sum();
    }

    /** The difficulty aimed at, as a figure to count with. */
    public double target(Level level) {
        return difficulty.getOrDefault(level, BigDecimal.valueOf(3)).doubleValue();
    }
}
