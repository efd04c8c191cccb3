package io.tanshi.enrolment.batch;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far running checks have got with their files; forgotten when they end, as a check that was broken off begins anew. */
@Component
class CheckBoard {

    /** Photos and papers stored so far, of those that there are. */
    record FileCount(int done, int total) {}

    private final Map<UUID, FileCount> counts = new ConcurrentHashMap<>();

    void begin(UUID upload, int files) {
        counts.put(upload, new FileCount(0, files));
    }

    void stored(UUID upload, int files) {
        counts.computeIfPresent(
                upload, (_, count) -> new FileCount(Math.min(count.total(), count.done() + files), count.total()));
    }

    void end(UUID upload) {
        counts.remove(upload);
    }

    Optional<FileCount> of(UUID upload) {
        return Optional.ofNullable(counts.get(upload));
    }
}
