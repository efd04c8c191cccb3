package io.tanshi.delivery.lockdown;

import static io.tanshi.delivery.jooq.Tables.EVIDENCE;
import static io.tanshi.delivery.jooq.Tables.EVIDENCE_TALLY;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.runner.ServerTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what screens noticed. Bounded: of each minute at most {@link #KEPT_PER_MINUTE} are kept, the others are counted.
 * What is sent again is taken in once.
 */
@Repository
class EvidenceLog {

    static final int KEPT_PER_MINUTE = 20;

    private final DSLContext db;
    private final ServerTime time;

    EvidenceLog(DSLContext db, ServerTime time) {
        this.db = db;
        this.time = time;
    }

    /**
     * @param seq grows within a session
     * @param at by the screen
     * @param seconds how long it lasted, where that is known
     */
    record Noticed(
            long seq,
            EvidenceKind kind,
            Instant at,
            @Nullable Integer seconds) {}

    /** One piece with both clocks. */
    record Kept(
            OffsetDateTime receivedAt,
            EvidenceKind kind,
            OffsetDateTime clientTime,
            @Nullable Integer seconds) {}

    private record Tally(long lastSeq, Instant minute, int keptInMinute, int countedOnly) {

        Tally at(Instant now) {
            Instant present = now.truncatedTo(ChronoUnit.MINUTES);
            return present.equals(minute) ? this : new Tally(lastSeq, present, 0, countedOnly);
        }

        boolean isFull() {
            return keptInMinute >= KEPT_PER_MINUTE;
        }

        Tally after(long seq) {
            return isFull()
                    ? new Tally(seq, minute, keptInMinute, countedOnly + 1)
                    : new Tally(seq, minute, keptInMinute + 1, countedOnly);
        }
    }

    /** @return the last number taken in */
    @Transactional
    public long take(AttemptId attempt, int session, List<Noticed> noticed) {
        Instant now = time.now();
        Tally tally = lock(attempt, session, now).at(now);
        for (Noticed one : noticed) {
            if (one.seq() > tally.lastSeq()) {
                if (!tally.isFull()) {
                    insert(attempt, session, one, now);
                }
                tally = tally.after(one.seq());
            }
        }
        put(attempt, session, tally);
        return tally.lastSeq();
    }

    private Tally lock(AttemptId attempt, int session, Instant now) {
        Tally first = new Tally(0, now.truncatedTo(ChronoUnit.MINUTES), 0, 0);
        db.insertInto(EVIDENCE_TALLY)
                .set(EVIDENCE_TALLY.ATTEMPT_ID, attempt.value())
                .set(EVIDENCE_TALLY.SESSION_NUMBER, session)
                .set(EVIDENCE_TALLY.LAST_SEQ, first.lastSeq())
                .set(EVIDENCE_TALLY.MINUTE, at(first.minute()))
                .set(EVIDENCE_TALLY.KEPT_IN_MINUTE, 0)
                .set(EVIDENCE_TALLY.COUNTED_ONLY, 0)
                .onConflictDoNothing()
                .execute();
        return db.selectFrom(EVIDENCE_TALLY)
                .where(EVIDENCE_TALLY.ATTEMPT_ID.eq(attempt.value()))
                .and(EVIDENCE_TALLY.SESSION_NUMBER.eq(session))
                .forUpdate()
                .fetchSingle(row -> new Tally(
                        row.getLastSeq(), row.getMinute().toInstant(), row.getKeptInMinute(), row.getCountedOnly()));
    }

    private void insert(AttemptId attempt, int session, Noticed one, Instant now) {
        db.insertInto(EVIDENCE)
                .set(EVIDENCE.ATTEMPT_ID, attempt.value())
                .set(EVIDENCE.SESSION_NUMBER, session)
                .set(EVIDENCE.CLIENT_SEQ, one.seq())
                .set(EVIDENCE.KIND, one.kind().name())
                .set(EVIDENCE.CLIENT_TIME, at(one.at()))
                .set(EVIDENCE.RECEIVED_AT, at(now))
                .set(EVIDENCE.SECONDS, one.seconds())
                .execute();
    }

    private void put(AttemptId attempt, int session, Tally tally) {
        db.update(EVIDENCE_TALLY)
                .set(EVIDENCE_TALLY.LAST_SEQ, tally.lastSeq())
                .set(EVIDENCE_TALLY.MINUTE, at(tally.minute()))
                .set(EVIDENCE_TALLY.KEPT_IN_MINUTE, tally.keptInMinute())
                .set(EVIDENCE_TALLY.COUNTED_ONLY, tally.countedOnly())
                .where(EVIDENCE_TALLY.ATTEMPT_ID.eq(attempt.value()))
                .and(EVIDENCE_TALLY.SESSION_NUMBER.eq(session))
                .execute();
    }

    /** In the order of their arrival. */
    List<Kept> of(AttemptId attempt) {
        return db.selectFrom(EVIDENCE)
                .where(EVIDENCE.ATTEMPT_ID.eq(attempt.value()))
                .orderBy(EVIDENCE.RECEIVED_AT, EVIDENCE.SESSION_NUMBER, EVIDENCE.CLIENT_SEQ)
                .fetch(row -> new Kept(
                        row.getReceivedAt(),
                        EvidenceKind.valueOf(row.getKind()),
                        row.getClientTime(),
                        row.getSeconds()));
    }

    /** How many were counted and not kept. */
    int countedOnly(AttemptId attempt) {
        Integer sum = db.select(DSL.sum(EVIDENCE_TALLY.COUNTED_ONLY).cast(Integer.class))
                .from(EVIDENCE_TALLY)
                .where(EVIDENCE_TALLY.ATTEMPT_ID.eq(attempt.value()))
                .fetchOne(row -> row.value1());
        return sum == null ? 0 : sum;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
