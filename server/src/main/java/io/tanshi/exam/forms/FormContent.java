package io.tanshi.exam.forms;

import io.tanshi.exam.FormSection;
import io.tanshi.exam.assembly.ChosenSection;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.kernel.Score;
import java.util.List;
import java.util.stream.Stream;

/** Which items stand on a form, with what assembling knew of them; stored encrypted as JSON. */
record FormContent(List<Part> parts) {

    /** One section. */
    record Part(ItemType type, String title, int pointsEach, List<Entry> entries) {
        Part {
            entries = List.copyOf(entries);
        }

        /** Mean difficulty of the items, 0 when there is none. */
        double difficulty() {
            return entries.stream().mapToInt(Entry::difficulty).average().orElse(0);
        }

        long count(String topic) {
            return entries.stream().filter(entry -> entry.topic().equals(topic)).count();
        }
    }

    /** One item. */
    record Entry(ItemVersionId id, String code, String topic, int difficulty) {}

    FormContent {
        parts = List.copyOf(parts);
    }

    static FormContent of(List<ChosenSection> sections) {
        return new FormContent(sections.stream()
                .map(section -> new Part(
                        section.type(),
                        section.title(),
                        section.pointsEach(),
                        section.entries().stream().map(FormContent::entry).toList()))
                .toList());
    }

    private static Entry entry(PoolEntry entry) {
        return new Entry(entry.id(), entry.code(), entry.topic(), entry.difficulty());
    }

    Stream<Entry> entries() {
        return parts.stream().flatMap(part -> part.entries().stream());
    }

    List<ItemVersionId> items() {
        return entries().map(Entry::id).toList();
    }

    int points() {
        return parts.stream()
                .mapToInt(part -> part.pointsEach() * part.entries().size())
                .sum();
    }

    /** Mean difficulty, each item weighted by its points. */
    double difficulty() {
        double weighted = parts.stream()
                .mapToDouble(part ->
                        part.difficulty() * part.pointsEach() * part.entries().size())
                .sum();
        return points() == 0 ? 0 : weighted / points();
    }

    List<FormSection> sections() {
        return parts.stream()
                .map(part -> new FormSection(
                        part.type(),
                        part.title(),
                        Score.of(part.pointsEach()),
                        part.entries().stream().map(Entry::id).toList()))
                .toList();
    }
}
