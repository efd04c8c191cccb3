package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.MESSAGE;

import io.tanshi.delivery.AttemptId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** News for candidates; they fetch it with acknowledgements and heartbeats. */
@Repository
class Messages {

    private final DSLContext db;

    Messages(DSLContext db) {
        this.db = db;
    }

    /** @param position grows; a screen says which it has seen last */
    record Message(long position, Instant at, String text) {}

    Message send(AttemptId attempt, Instant at, String text) {
        Long position = db.insertInto(MESSAGE)
                .set(MESSAGE.ATTEMPT_ID, attempt.value())
                .set(MESSAGE.SENT_AT, AttemptBook.at(at))
                .set(MESSAGE.BODY, text)
                .returningResult(MESSAGE.POSITION)
                .fetchSingle(MESSAGE.POSITION);
        return new Message(Objects.requireNonNull(position), at, text);
    }

    /** In the order in which they were sent. */
    List<Message> of(AttemptId attempt) {
        return db.selectFrom(MESSAGE)
                .where(MESSAGE.ATTEMPT_ID.eq(attempt.value()))
                .orderBy(MESSAGE.POSITION)
                .fetch(r -> new Message(r.getPosition(), r.getSentAt().toInstant(), r.getBody()));
    }
}
