package io.tanshi.delivery.rulings;

import static io.tanshi.delivery.jooq.Tables.ATTEMPT;
import static io.tanshi.delivery.jooq.Tables.SILENCE;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.jooq.tables.records.SilenceRecord;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.SignsOfLife;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The breaks in each screen's signs of life. What returns is queued and written in batches: no save waits for it. */
@Repository
@EnableScheduling
public class Silences implements SignsOfLife {

    // PostgreSQL takes 65,535 parameters.
    private static final int ROWS_AT_ONCE = 5_000;

    private final Queue<Silence> returned = new ConcurrentLinkedQueue<>();
    private final DSLContext db;
    private final ServerTime time;

    Silences(DSLContext db, ServerTime time) {
        this.db = db;
        this.time = time;
    }

    private record Silence(AttemptId attempt, Instant from, Instant until) {}

    @Override
    public void returned(AttemptId attempt, Duration silence) {
        Instant now = time.now();
        returned.add(new Silence(attempt, now.minus(silence), now));
    }

    /** Writes down what has returned; what fails is tried again. */
    @Scheduled(fixedDelay = 1_000)
    public void keep() {
        List<Silence> batch = new ArrayList<>();
        while (batch.size() < ROWS_AT_ONCE && !returned.isEmpty()) {
            Silence one = returned.poll();
            if (one != null) {
                batch.add(one);
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            db.insertInto(SILENCE)
                    .set(batch.stream().map(this::row).toList())
                    .onConflictDoNothing()
                    .execute();
        } catch (RuntimeException e) {
            returned.addAll(batch);
            throw e;
        }
    }

    private SilenceRecord row(Silence one) {
        SilenceRecord row = db.newRecord(SILENCE);
        row.setAttemptId(one.attempt().value());
        row.setFromAt(one.from().atOffset(ZoneOffset.UTC));
        row.setUntilAt(one.until().atOffset(ZoneOffset.UTC));
        return row;
    }

    /** In the order of time. */
    public List<Span> of(AttemptId attempt) {
        keep();
        return db.selectFrom(SILENCE)
                .where(SILENCE.ATTEMPT_ID.eq(attempt.value()))
                .orderBy(SILENCE.FROM_AT)
                .fetch(row ->
                        new Span(row.getFromAt().toInstant(), row.getUntilAt().toInstant()));
    }

    /** Attempts without any are absent. */
    Map<AttemptId, List<Span>> of(SittingId sitting) {
        keep();
        return db.select(SILENCE.ATTEMPT_ID, SILENCE.FROM_AT, SILENCE.UNTIL_AT)
                .from(SILENCE)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(SILENCE.ATTEMPT_ID))
                .where(ATTEMPT.SITTING_ID.eq(sitting.value()))
                .fetchGroups(
                        row -> new AttemptId(row.value1()),
                        row -> new Span(row.value2().toInstant(), row.value3().toInstant()));
    }
}
