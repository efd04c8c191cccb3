import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Every acknowledgement that the candidates hold against the rows of the log, and every chain computed anew. */
final class Comparison {

    private final Connection database;
    private final List<Examinee> examinees;

    Comparison(Connection database, List<Examinee> examinees) {
        this.database = database;
        this.examinees = examinees;
    }

    /**
     * @param lost acknowledged entries that are not stored as they were acknowledged
     * @param duplicated entries stored more than once
     * @param brokenChains attempts whose log has a gap or a hash that does not follow
     * @param wrongOutcomes current answers that are not what the log comes to
     */
    record Findings(long stored, int lost, int duplicated, int brokenChains, int wrongOutcomes) {

        boolean clean() {
            return lost + duplicated + brokenChains + wrongOutcomes == 0;
        }
    }

    private record Outcome(List<String> choices, String text, boolean flagged) {}

    Findings of(String log) throws SQLException {
        long stored = 0;
        int lost = 0;
        int duplicated = 0;
        int broken = 0;
        int wrong = 0;
        for (Examinee examinee : examinees) {
            List<Entry> rows = rows(log, examinee.attempt());
            stored += rows.size();
            lost += lost(examinee, rows);
            duplicated += duplicated(rows);
            broken += isBroken(examinee.attempt(), rows) ? 1 : 0;
            wrong += outcomes(rows).equals(outcomes(examinee.attempt())) ? 0 : 1;
        }
        return new Findings(stored, lost, duplicated, broken, wrong);
    }

    private static int lost(Examinee examinee, List<Entry> rows) {
        Set<String> stored = new HashSet<>();
        rows.forEach(row -> stored.add(row.seq() + " " + row.hash()));
        return (int) examinee.acknowledged.entrySet().stream()
                .filter(promise -> !stored.contains(promise.getKey() + " " + promise.getValue()))
                .count();
    }

    private static int duplicated(List<Entry> rows) {
        Set<Long> numbers = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        return (int) rows.stream()
                .filter(row -> !numbers.add(row.seq()) | !hashes.add(row.hash()))
                .count();
    }

    private static boolean isBroken(String attempt, List<Entry> rows) {
        String head = Entry.start(attempt);
        long seq = 0;
        for (Entry row : rows) {
            if (row.seq() != ++seq || !row.hash().equals(row.expected(head))) {
                return true;
            }
            head = row.hash();
        }
        return false;
    }

    /** What a log comes to for each item. */
    private static Map<String, Outcome> outcomes(List<Entry> rows) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Entry row : rows) {
            Outcome before = outcomes.getOrDefault(row.item(), new Outcome(List.of(), "", false));
            outcomes.put(
                    row.item(),
                    row.flagged() != null
                            ? new Outcome(before.choices, before.text, row.flagged())
                            : new Outcome(row.choices(), row.text(), before.flagged));
        }
        return outcomes;
    }

    private Map<String, Outcome> outcomes(String attempt) throws SQLException {
        Map<String, Outcome> outcomes = new HashMap<>();
        try (PreparedStatement ask = database.prepareStatement(
                "select item_id, choices, answer_text, flagged from delivery.answer where attempt_id = ?")) {
            ask.setObject(1, UUID.fromString(attempt));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    outcomes.put(
                            row.getString(1),
                            new Outcome(
                                    Objects.requireNonNullElse(list(row.getArray(2)), List.of()),
                                    Objects.requireNonNullElse(row.getString(3), ""),
                                    row.getBoolean(4)));
                }
            }
        }
        return outcomes;
    }

    private List<Entry> rows(String log, String attempt) throws SQLException {
        List<Entry> rows = new ArrayList<>();
        try (PreparedStatement ask = database.prepareStatement(
                "select client_seq, item_id, choices, answer_text, flagged, "
                        + "(extract(epoch from client_time) * 1000)::bigint, hash from " + log
                        + " where attempt_id = ? order by client_seq")) {
            ask.setObject(1, UUID.fromString(attempt));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    rows.add(new Entry(
                            row.getLong(1),
                            row.getString(2),
                            list(row.getArray(3)),
                            row.getString(4),
                            (Boolean) row.getObject(5),
                            row.getLong(6),
                            HexFormat.of().formatHex(row.getBytes(7))));
                }
            }
        }
        return rows;
    }

    private static List<String> list(Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    /** A copy of the log is damaged in three ways; a comparison that does not notice each of them proves nothing. */
    List<String> blindTo() throws SQLException {
        Examinee victim = examinees.stream()
                .filter(examinee -> examinee.acknowledged.size() > 1)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was acknowledged to anybody"));
        List<String> blind = new ArrayList<>();
        damage(blind, "a row that is gone", "delete from copy", victim, findings -> findings.lost() >= 1 && findings.brokenChains() == 1);
        damage(blind, "a changed content", "update copy set client_time = client_time + interval '1 second'", victim, findings -> findings.brokenChains() == 1);
        damage(blind, "a changed hash", "update copy set hash = sha256(hash)", victim, findings -> findings.lost() >= 1 && findings.brokenChains() == 1);
        damage(blind, "a row stored twice", "insert into copy select * from copy", victim, findings -> findings.duplicated() >= 1);
        return blind;
    }

    private void damage(
            List<String> blind, String what, String how, Examinee victim, java.util.function.Predicate<Findings> noticed)
            throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop table if exists copy");
            statement.execute("create temporary table copy as table delivery.answer_log");
            int rows = statement.executeUpdate(how + " where attempt_id = '" + victim.attempt() + "' and client_seq = 1");
            if (rows != 1 || !noticed.test(of("copy"))) {
                blind.add(what);
            }
        }
    }
}
