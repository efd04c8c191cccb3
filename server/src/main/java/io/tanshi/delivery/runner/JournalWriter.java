package io.tanshi.delivery.runner;

import io.tanshi.delivery.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One statement for the answers of many candidates: the log, and what it now comes to for each item. It is a transaction
 * of its own, so that it costs one way to the database and back, and its answer means that it is durable.
 */
@Component
class JournalWriter {

    // Options are told apart by a character that no id has; an array of arrays would have to be rectangular.
    private static final String SEPARATOR = "\u001f";

    /** The asked-for number of the exam hour is asked once for the statement, not once for a row. */
    private static final String APPEND = """
            with entry as materialized (
                select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::bigint[],
                                     ?::bigint[], ?::int[], ?::bytea[], ?::boolean[], ?::boolean[])
                    as e(attempt_id, client_seq, item_id, choices, answer_text, flagged, client_millis,
                         received_millis, session_number, hash, is_current, flag_now)
                where (select delivery.holds_exam_hour(?))
            ), current as (
                insert into delivery.answer as a (attempt_id, item_id, choices, answer_text, flagged)
                select attempt_id, item_id, string_to_array(choices, ?), answer_text, flag_now
                from entry where is_current
                on conflict (attempt_id, item_id) do update set
                    choices = coalesce(excluded.choices, a.choices),
                    answer_text = coalesce(excluded.answer_text, a.answer_text),
                    flagged = coalesce(excluded.flagged, a.flagged)
            ), log as (
                insert into delivery.answer_log (attempt_id, client_seq, item_id, choices, answer_text, flagged,
                                                 client_time, received_at, session_number, hash)
                select attempt_id, client_seq, item_id, string_to_array(choices, ?), answer_text, flagged,
                       to_timestamp(client_millis / 1000.0), to_timestamp(received_millis / 1000.0),
                       session_number, hash
                from entry
                returning 1
            )
            select count(*) from log
            """;

    private final Ownership ownership;

    JournalWriter(Ownership ownership) {
        this.ownership = ownership;
    }

    /** Returns when the entries are durable. All batches were read under one number of the exam hour, or none is written. */
    void write(Connection connection, List<AnswerJournal.Batch> batches) throws SQLException {
        long epoch = batches.getFirst().epoch();
        if (batches.stream().anyMatch(batch -> batch.epoch() != epoch)) {
            throw new IllegalStateException("These batches are of two owners of the exam hour");
        }
        Rows rows = Rows.of(batches);
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            rows.bind(connection, statement);
            statement.setLong(13, epoch);
            statement.setString(14, SEPARATOR);
            statement.setString(15, SEPARATOR);
            try (ResultSet written = statement.executeQuery()) {
                written.next();
                if (written.getInt(1) != rows.size) {
                    ownership.fenced(epoch);
                }
            }
        }
    }

    /** The columns of the rows to be written. */
    private static final class Rows {
        private final int size;
        private final UUID[] attempts;
        private final Long[] seqs;
        private final UUID[] items;
        private final @Nullable String[] choices;
        private final @Nullable String[] texts;
        private final @Nullable Boolean[] flags;
        private final Long[] given;
        private final Long[] received;
        private final Integer[] sessions;
        private final byte[][] hashes;
        private final Boolean[] current;
        private final @Nullable Boolean[] flagNow;
        private int next;

        static Rows of(List<AnswerJournal.Batch> batches) {
            Rows rows = new Rows(
                    batches.stream().mapToInt(batch -> batch.entries().size()).sum());
            batches.forEach(rows::add);
            return rows;
        }

        private Rows(int size) {
            this.size = size;
            attempts = new UUID[size];
            seqs = new Long[size];
            items = new UUID[size];
            choices = new String[size];
            texts = new String[size];
            flags = new Boolean[size];
            given = new Long[size];
            received = new Long[size];
            sessions = new Integer[size];
            hashes = new byte[size][];
            current = new Boolean[size];
            flagNow = new Boolean[size];
        }

        private void add(AnswerJournal.Batch batch) {
            int first = next;
            for (LogEntry entry : batch.entries()) {
                add(batch, entry);
            }
            if (next - first == 1) {
                current[first] = true;
                flagNow[first] = flags[first];
            } else {
                markCurrent(first);
            }
        }

        private void add(AnswerJournal.Batch batch, LogEntry entry) {
            Response response = entry.response();
            int i = next++;
            attempts[i] = batch.attempt().value();
            seqs[i] = entry.seq();
            items[i] = entry.item().value();
            choices[i] = response == null ? null : String.join(SEPARATOR, response.choices());
            texts[i] = response == null ? null : response.text();
            flags[i] = entry.flagged();
            given[i] = entry.givenAtMillis();
            received[i] = batch.receivedAt().toEpochMilli();
            sessions[i] = batch.session();
            hashes[i] = entry.hash();
            current[i] = false;
        }

        /** Of several rows for one item the last answer stands for all, or the last flag; it carries the flag, too. */
        private void markCurrent(int first) {
            Map<UUID, Integer> standing = new HashMap<>();
            Map<UUID, @Nullable Boolean> flag = new HashMap<>();
            for (int i = first; i < next; i++) {
                int row = i;
                standing.merge(
                        items[i], row, (before, _) -> flags[row] == null || flags[before] != null ? row : before);
                if (flags[i] != null) {
                    flag.put(items[i], flags[i]);
                }
            }
            standing.forEach((item, row) -> {
                current[row] = true;
                flagNow[row] = flag.get(item);
            });
        }

        private void bind(Connection connection, PreparedStatement statement) throws SQLException {
            statement.setArray(1, connection.createArrayOf("uuid", attempts));
            statement.setArray(2, connection.createArrayOf("bigint", seqs));
            statement.setArray(3, connection.createArrayOf("uuid", items));
            statement.setArray(4, connection.createArrayOf("text", choices));
            statement.setArray(5, connection.createArrayOf("text", texts));
            statement.setArray(6, connection.createArrayOf("boolean", flags));
            statement.setArray(7, connection.createArrayOf("bigint", given));
            statement.setArray(8, connection.createArrayOf("bigint", received));
            statement.setArray(9, connection.createArrayOf("int", sessions));
            statement.setArray(10, connection.createArrayOf("bytea", hashes));
            statement.setArray(11, connection.createArrayOf("boolean", current));
            statement.setArray(12, connection.createArrayOf("boolean", flagNow));
        }
    }
}
