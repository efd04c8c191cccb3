package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The rows that earlier uploads left in a batch: a new row of the same person takes their place and their files. Found by
 * document number, or by a name that occurs once when the number itself was corrected.
 */
final class EarlierRows {

    private final Map<String, List<BatchRow>> byNumber = new HashMap<>();
    private final Map<String, List<BatchRow>> byName = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    EarlierRows(List<BatchRow> rows) {
        for (BatchRow row : rows) {
            Registration registration = row.draft().registration();
            add(byNumber, registration.documentNumber(), row);
            add(byName, registration.name(), row);
        }
    }

    private static void add(Map<String, List<BatchRow>> rows, String key, BatchRow row) {
        if (!key.isEmpty()) {
            rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
    }

    /** The earlier rows that a new one replaces, the first of them with the files to use again. */
    List<BatchRow> replacedBy(Registration registration) {
        List<BatchRow> same = free(byNumber.get(registration.documentNumber()));
        if (same.isEmpty()) {
            List<BatchRow> namesakes = free(byName.get(registration.name()));
            same = namesakes.size() == 1 ? namesakes : List.of();
        }
        same.forEach(row -> taken.add(row.id()));
        return same;
    }

    private List<BatchRow> free(@org.jspecify.annotations.Nullable List<BatchRow> rows) {
        return rows == null
                ? List.of()
                : rows.stream().filter(row -> !taken.contains(row.id())).toList();
    }
}
