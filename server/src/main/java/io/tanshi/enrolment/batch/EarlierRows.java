package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that earlier uploads left in a batch: a new row of the same person takes their place and their files. Found by
 * document number, or by a name that occurs once when the number itself was corrected.
 */
final class EarlierRows {

    /**
     * What is remembered of a row.
     *
     * @param rulingRequest why the institution asked for a ruling, which holds for the new row too
     */
    record Earlier(UUID id, @Nullable String rulingRequest) {}

    private final Map<String, List<Earlier>> byNumber = new HashMap<>();
    private final Map<String, List<Earlier>> byName = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    void add(BatchRow row) {
        Registration registration = row.draft().registration();
        Earlier earlier = new Earlier(row.id(), row.draft().rulingRequest());
        add(byNumber, registration.documentNumber(), earlier);
        add(byName, registration.name(), earlier);
    }

    private static void add(Map<String, List<Earlier>> rows, String key, Earlier row) {
        if (!key.isEmpty()) {
            rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
    }

    /** The earlier rows that a new one replaces, the first of them with the files to use again. */
    List<Earlier> replacedBy(Registration registration) {
        List<Earlier> same = free(byNumber.get(registration.documentNumber()));
        if (same.isEmpty()) {
            List<Earlier> namesakes = free(byName.get(registration.name()));
            same = namesakes.size() == 1 ? namesakes : List.of();
        }
        same.forEach(row -> taken.add(row.id()));
        return same;
    }

    private List<Earlier> free(@Nullable List<Earlier> rows) {
        return rows == null
                ? List.of()
                : rows.stream().filter(row -> !taken.contains(row.id())).toList();
    }
}
