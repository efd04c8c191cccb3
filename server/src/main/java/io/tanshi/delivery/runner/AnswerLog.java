package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.ANSWER;
import static io.tanshi.delivery.jooq.Tables.ANSWER_LOG;
import static io.tanshi.delivery.jooq.Tables.ATTEMPT;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Response;
import io.tanshi.delivery.jooq.tables.records.AnswerLogRecord;
import io.tanshi.delivery.jooq.tables.records.AnswerRecord;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The append-only log of answers, and what it comes to for each item. */
@Repository
class AnswerLog {

    private final DSLContext db;

    AnswerLog(DSLContext db) {
        this.db = db;
    }

    /** What the log comes to for one item. */
    record Current(Response response, boolean flagged) {}

    /** Writes the entries and their outcome; they follow the head of the log without a gap. */
    void append(AttemptId attempt, int session, List<LogEntry> entries, Instant now) {
        List<AnswerLogRecord> rows =
                entries.stream().map(entry -> row(attempt, session, entry, now)).toList();
        db.insertInto(ANSWER_LOG).set(rows).execute();
        SequencedMap<ItemVersionId, LogEntry> answers = latest(entries, true);
        SequencedMap<ItemVersionId, LogEntry> flags = latest(entries, false);
        List<Query> outcome = Stream.concat(
                        answers.values().stream().map(entry -> answer(attempt, entry)),
                        flags.values().stream().map(entry -> flag(attempt, entry)))
                .toList();
        db.batch(outcome).execute();
    }

    /** Hashes of the entries from {@code from} to {@code to}, both included, by sequence. */
    Map<Long, byte[]> hashes(AttemptId attempt, long from, long to) {
        return db.select(ANSWER_LOG.CLIENT_SEQ, ANSWER_LOG.HASH)
                .from(ANSWER_LOG)
                .where(ANSWER_LOG.ATTEMPT_ID.eq(attempt.value()))
                .and(ANSWER_LOG.CLIENT_SEQ.between(from, to))
                .fetchMap(ANSWER_LOG.CLIENT_SEQ, ANSWER_LOG.HASH);
    }

    /** The whole log in its order, to check its chain. */
    List<LogEntry> entries(AttemptId attempt) {
        return db.selectFrom(ANSWER_LOG)
                .where(ANSWER_LOG.ATTEMPT_ID.eq(attempt.value()))
                .orderBy(ANSWER_LOG.CLIENT_SEQ)
                .fetch(AnswerLog::entry);
    }

    Map<ItemVersionId, Current> current(AttemptId attempt) {
        return db.selectFrom(ANSWER).where(ANSWER.ATTEMPT_ID.eq(attempt.value())).stream()
                .collect(Collectors.toMap(r -> new ItemVersionId(r.getItemId()), AnswerLog::current));
    }

    /** How many items each attempt of the sitting has answered; attempts without any are absent. */
    Map<AttemptId, Integer> answeredCounts(SittingId sitting) {
        return db.select(ANSWER.ATTEMPT_ID, DSL.count())
                .from(ANSWER)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(ANSWER.ATTEMPT_ID))
                .where(ATTEMPT.SITTING_ID.eq(sitting.value()))
                .and(DSL.cardinality(ANSWER.CHOICES).gt(0).or(ANSWER.ANSWER_TEXT.likeRegex("\\S")))
                .groupBy(ANSWER.ATTEMPT_ID)
                .fetchMap(r -> new AttemptId(r.value1()), r -> r.value2());
    }

    private static Current current(AnswerRecord row) {
        return new Current(new Response(Arrays.asList(row.getChoices()), row.getAnswerText()), row.getFlagged());
    }

    private static SequencedMap<ItemVersionId, LogEntry> latest(List<LogEntry> entries, boolean answers) {
        SequencedMap<ItemVersionId, LogEntry> latest = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> (entry.response() != null) == answers)
                .forEach(entry -> latest.put(entry.item(), entry));
        return latest;
    }

    private AnswerLogRecord row(AttemptId attempt, int session, LogEntry entry, Instant now) {
        AnswerLogRecord row = db.newRecord(ANSWER_LOG);
        Response response = entry.response();
        row.setAttemptId(attempt.value());
        row.setClientSeq(entry.seq());
        row.setItemId(entry.item().value());
        row.setChoices(response == null ? null : response.choices().toArray(String[]::new));
        row.setAnswerText(response == null ? null : response.text());
        row.setFlagged(entry.flagged());
        row.setClientTime(AttemptBook.at(entry.givenAt()));
        row.setReceivedAt(AttemptBook.at(now));
        row.setSessionNumber(session);
        row.setHash(entry.hash());
        return row;
    }

    private static LogEntry entry(AnswerLogRecord row) {
        Response response =
                row.getFlagged() != null ? null : new Response(Arrays.asList(row.getChoices()), row.getAnswerText());
        return new LogEntry(
                row.getClientSeq(),
                new ItemVersionId(row.getItemId()),
                response,
                row.getFlagged(),
                row.getClientTime().toInstant().toEpochMilli(),
                row.getHash());
    }

    private Query answer(AttemptId attempt, LogEntry entry) {
        Response response = Objects.requireNonNull(entry.response());
        String[] choices = response.choices().toArray(String[]::new);
        return db.insertInto(ANSWER)
                .set(ANSWER.ATTEMPT_ID, attempt.value())
                .set(ANSWER.ITEM_ID, entry.item().value())
                .set(ANSWER.CHOICES, choices)
                .set(ANSWER.ANSWER_TEXT, response.text())
                .onConflict(ANSWER.ATTEMPT_ID, ANSWER.ITEM_ID)
                .doUpdate()
                .set(ANSWER.CHOICES, DSL.excluded(ANSWER.CHOICES))
                .set(ANSWER.ANSWER_TEXT, DSL.excluded(ANSWER.ANSWER_TEXT));
    }

    private Query flag(AttemptId attempt, LogEntry entry) {
        return db.insertInto(ANSWER)
                .set(ANSWER.ATTEMPT_ID, attempt.value())
                .set(ANSWER.ITEM_ID, entry.item().value())
                .set(ANSWER.FLAGGED, Boolean.TRUE.equals(entry.flagged()))
                .onConflict(ANSWER.ATTEMPT_ID, ANSWER.ITEM_ID)
                .doUpdate()
                .set(ANSWER.FLAGGED, DSL.excluded(ANSWER.FLAGGED));
    }
}
