package io.tanshi.marking.script;

import static io.tanshi.marking.jooq.Tables.ANSWER_TASK;
import static io.tanshi.marking.jooq.Tables.ITEM_SCORE;
import static io.tanshi.marking.jooq.Tables.SCRIPT;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptSubmitted;
import io.tanshi.exam.AdmissionId;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.kernel.Score;
import io.tanshi.marking.AttemptMarked;
import io.tanshi.marking.ScriptScores;
import io.tanshi.marking.Scripts;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stored papers and the scores of their items. */
@Repository
public class ScriptStore implements Scripts {

    /** Who decided a score. */
    public enum Decider {
        MACHINE,
        MARKERS,
        LEADER
    }

    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ScriptStore(DSLContext db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** Receives a paper; false when it was received before. */
    boolean receive(AttemptSubmitted submitted) {
        return db.insertInto(SCRIPT)
                        .set(SCRIPT.ATTEMPT_ID, submitted.attemptId().value())
                        .set(SCRIPT.ADMISSION_ID, submitted.admissionId().value())
                        .set(SCRIPT.SITTING_ID, submitted.sittingId().value())
                        .set(SCRIPT.LEVEL, submitted.level().name())
                        .set(SCRIPT.RECEIVED_AT, now())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Stores the final score of one item. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void score(AttemptId attempt, ItemVersionId item, ItemType type, Score points, Decider by) {
        db.insertInto(ITEM_SCORE)
                .set(ITEM_SCORE.ATTEMPT_ID, attempt.value())
                .set(ITEM_SCORE.ITEM_ID, item.value())
                .set(ITEM_SCORE.ITEM_TYPE, type.name())
                .set(ITEM_SCORE.POINTS, points.points())
                .set(ITEM_SCORE.DECIDED_BY, by.name())
                .execute();
    }

    /** Announces the paper as marked once no written answer of it is open; the row lock lets one caller do it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void completeIfDecided(AttemptId attempt) {
        var script = db.selectFrom(SCRIPT)
                .where(SCRIPT.ATTEMPT_ID.eq(attempt.value()))
                .forUpdate()
                .fetchSingle();
        boolean open = db.fetchExists(
                ANSWER_TASK,
                ANSWER_TASK.ATTEMPT_ID.eq(attempt.value()).and(ANSWER_TASK.STATE.notIn("AGREED", "SETTLED")));
        if (open || script.getMarkedAt() != null) {
            return;
        }
        Instant at = clock.instant();
        script.setMarkedAt(offset(at));
        script.update();
        events.publishEvent(new AttemptMarked(
                attempt,
                new AdmissionId(script.getAdmissionId()),
                new SittingId(script.getSittingId()),
                Level.valueOf(script.getLevel()),
                at));
    }

    @Override
    @Transactional(readOnly = true)
    public ScriptScores scores(AttemptId attempt) {
        boolean marked =
                db.fetchExists(SCRIPT, SCRIPT.ATTEMPT_ID.eq(attempt.value()).and(SCRIPT.MARKED_AT.isNotNull()));
        if (!marked) {
            throw new IllegalStateException("Attempt " + attempt + " is not marked to the end");
        }
        Map<ItemType, Score> sections = new EnumMap<>(ItemType.class);
        db.selectFrom(ITEM_SCORE)
                .where(ITEM_SCORE.ATTEMPT_ID.eq(attempt.value()))
                .forEach(r -> sections.merge(
                        ItemType.valueOf(r.getItemType()), new Score(stripped(r.getPoints())), Score::plus));
        return new ScriptScores(sections, sections.values().stream().reduce(Score.ZERO, Score::plus));
    }

    @Override
    @Transactional(readOnly = true)
    public Progress progress(SittingId sitting) {
        int received = db.fetchCount(SCRIPT, SCRIPT.SITTING_ID.eq(sitting.value()));
        int marked = db.fetchCount(SCRIPT, SCRIPT.SITTING_ID.eq(sitting.value()).and(SCRIPT.MARKED_AT.isNotNull()));
        return new Progress(received, marked);
    }

    private static BigDecimal stripped(BigDecimal points) {
        return points.stripTrailingZeros();
    }

    private OffsetDateTime now() {
        return offset(clock.instant());
    }

    private OffsetDateTime offset(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
