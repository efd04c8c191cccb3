package io.tanshi.delivery.invigilation;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.lockdown.LockBoard;
import io.tanshi.delivery.rulings.Silences;
import io.tanshi.delivery.rulings.Span;
import io.tanshi.delivery.runner.History;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is known of one candidate's exam, in the order of the server, with the candidate's clock beside it. */
@Component
@Transactional(readOnly = true)
public class Timeline {

    private static final String SYSTEM = "系统";

    // Answers of five minutes make one line.
    private static final String SAVES = """
            select max(received_at) as at, min(client_seq) as first, max(client_seq) as last,
                   (array_agg(client_time order by client_seq desc))[1] as client_at
            from delivery.answer_log where attempt_id = ?
            group by floor(extract(epoch from received_at) / 300)
            """;

    private final History history;
    private final LockBoard locks;
    private final Silences silences;
    private final DSLContext db;
    private final JsonMapper json;

    Timeline(History history, LockBoard locks, Silences silences, DSLContext db, JsonMapper json) {
        this.history = history;
        this.locks = locks;
        this.silences = silences;
        this.db = db;
        this.json = json;
    }

    /** @param clientAt by the candidate's machine, where it has said so */
    public record Entry(
            OffsetDateTime at,
            @Nullable OffsetDateTime clientAt,
            String verb,
            String actor,
            String reason,
            JsonNode details) {}

    public List<Entry> of(AttemptId attempt) {
        Stream<Entry> acts = history.of(attempt).stream()
                .map(act -> new Entry(act.at(), null, act.verb(), words(act.actor()), act.reason(), act.details()));
        Stream<Entry> lock = locks.timeline(attempt).stream()
                .map(e -> new Entry(e.at(), clientTime(e.details()), e.verb(), e.actor(), e.reason(), e.details()));
        Stream<Entry> breaks = silences.of(attempt).stream().map(this::silence);
        Stream<Entry> saves = db.resultQuery(SAVES, attempt.value()).stream().map(this::saved);
        return Stream.of(acts, lock, breaks, saves)
                .flatMap(stream -> stream)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    /** What the exam's clock did, the system did. */
    private static String words(String actor) {
        return actor.equals(History.CLOCK) ? SYSTEM : actor;
    }

    private static @Nullable OffsetDateTime clientTime(JsonNode details) {
        String text = details.path("clientTime").asString("");
        return text.isEmpty() ? null : Instant.parse(text).atOffset(ZoneOffset.UTC);
    }

    private Entry silence(Span span) {
        Map<String, ?> details = Map.of(
                "until", span.until().toString(), "seconds", span.length().toSeconds());
        return new Entry(span.from().atOffset(ZoneOffset.UTC), null, "SILENT", SYSTEM, "", json.valueToTree(details));
    }

    private Entry saved(Record row) {
        Map<String, ?> details = Map.of("first", row.get("first", Long.class), "last", row.get("last", Long.class));
        return new Entry(
                row.get("at", OffsetDateTime.class),
                row.get("client_at", OffsetDateTime.class),
                "SAVED",
                "考生",
                "",
                json.valueToTree(details));
    }
}
