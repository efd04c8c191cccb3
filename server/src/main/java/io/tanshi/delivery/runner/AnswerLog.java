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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads the append-only log of answers, and what it comes to for each item. {@link AnswerJournal} writes both. */
@Repository
class AnswerLog {

    private final DSLContext db;

    AnswerLog(DSLContext db) {
        this.db = db;
    }

    /** What the log comes to for one item. */
    record Current(Response response, boolean flagged) {}

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
        String[] choices = row.getChoices();
        Response response = choices == null ? Response.NONE : new Response(Arrays.asList(choices), row.getAnswerText());
        return new Current(response, Boolean.TRUE.equals(row.getFlagged()));
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
}
