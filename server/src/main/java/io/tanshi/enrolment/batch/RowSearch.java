package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.BatchViews.TickMark;
import io.tanshi.platform.PageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds rows of a batch by how they stand and whom they are about. */
@Component
@Transactional(readOnly = true)
class RowSearch {

    enum Filter {
        ALL,
        BLOCKED,
        NOTICE,
        READY;

        boolean lets(TickMark mark) {
            return switch (this) {
                case ALL -> true;
                case BLOCKED -> mark == TickMark.BLOCKED;
                case NOTICE -> mark == TickMark.NOTICE;
                case READY -> mark == TickMark.READY || mark == TickMark.NOTICE;
            };
        }
    }

    /**
     * What is looked for.
     *
     * @param words part of a name, a row's number, or the last four of the document number; empty for all
     */
    record Wanted(Filter filter, @Nullable RepairAction action, String words) {

        @Override
        public String toString() {
            return "Wanted[protected]";
        }
    }

    private final RowStore rows;
    private final BatchPages pages;

    RowSearch(RowStore rows, BatchPages pages) {
        this.rows = rows;
        this.pages = pages;
    }

    PageView<BatchRowView> find(Batch batch, Wanted wanted, int page, int size) {
        List<UUID> standing = rows.ticks(batch.id()).stream()
                .filter(tick -> wanted.filter().lets(BatchPages.mark(tick)))
                .filter(tick -> wanted.action() == null
                        || RepairAction.first(tick.codes()).equals(Optional.of(wanted.action())))
                .map(RowStore.Tick::id)
                .toList();
        List<UUID> found = wanted.words().isEmpty() ? standing : named(batch, wanted.words(), Set.copyOf(standing));
        List<UUID> shown = found.stream().skip((long) page * size).limit(size).toList();
        Map<UUID, Integer> order = new HashMap<>();
        shown.forEach(id -> order.put(id, order.size()));
        List<BatchRowView> views = pages.rows(batch, shown).stream()
                .sorted(Comparator.comparing(view -> order.getOrDefault(view.id(), 0)))
                .toList();
        return new PageView<>(views, found.size(), page, size);
    }

    private List<UUID> named(Batch batch, String words, Set<UUID> among) {
        List<UUID> found = new ArrayList<>();
        rows.each(batch.id(), RowStore.LIVE, row -> {
            if (among.contains(row.id()) && matches(row, words)) {
                found.add(row.id());
            }
        });
        return found;
    }

    private static boolean matches(BatchRow row, String words) {
        Registration registration = row.draft().registration();
        String wanted = words.toUpperCase(Locale.ROOT);
        boolean number = wanted.length() >= 4 && registration.documentNumber().endsWith(wanted);
        return number
                || String.valueOf(row.number()).equals(wanted)
                || registration.name().toUpperCase(Locale.ROOT).contains(wanted);
    }
}
