package io.tanshi.marking.human;

import static io.tanshi.marking.jooq.Tables.ANSWER_TASK;
import static io.tanshi.marking.jooq.Tables.MARK;
import static io.tanshi.marking.jooq.Tables.RESERVATION;
import static io.tanshi.marking.jooq.Tables.SCRIPT;
import static io.tanshi.marking.jooq.Tables.TASK_EVENT;

import io.tanshi.delivery.AttemptId;
import io.tanshi.identity.session.AccountId;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.kernel.Ids;
import io.tanshi.kernel.Score;
import io.tanshi.marking.jooq.tables.records.AnswerTaskRecord;
import io.tanshi.marking.jooq.tables.records.MarkRecord;
import io.tanshi.platform.DataKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stored tasks of markers, their marks and who has which answer on the desk. */
@Repository
public class AnswerTasks {

    static final Duration RESERVED_FOR = Duration.ofMinutes(30);

    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PURPOSE = "written-answer";

    private final DSLContext db;
    private final DataKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AnswerTasks(DSLContext db, DataKeys keys, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
    }

    record Task(
            UUID id, AttemptId attempt, ItemVersionId item, String code, String answer, TaskState state, Score full) {}

    record Mark(AccountId marker, int position, GivenPoints given, Score points, String remark) {}

    /** Makes a task of a written answer; it gets a random code that says nothing of its candidate. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(AttemptId attempt, ItemVersionId item, String answer, Score full) {
        UUID id = Ids.next();
        db.insertInto(ANSWER_TASK)
                .set(ANSWER_TASK.ID, id)
                .set(ANSWER_TASK.ATTEMPT_ID, attempt.value())
                .set(ANSWER_TASK.ITEM_ID, item.value())
                .set(ANSWER_TASK.CODE, code())
                .set(ANSWER_TASK.ANSWER, keys.encryptText(PURPOSE, answer, id.toString()))
                .set(ANSWER_TASK.STATE, TaskState.AWAITING.name())
                .set(ANSWER_TASK.FULL_POINTS, full.points())
                .execute();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            code.append(i == 3 ? "-" : "").append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    /** The task on the marker's desk, if it is still reserved. */
    Optional<Task> onDesk(AccountId marker) {
        return db.select(ANSWER_TASK.asterisk())
                .from(RESERVATION)
                .join(ANSWER_TASK)
                .on(ANSWER_TASK.ID.eq(RESERVATION.TASK_ID))
                .where(RESERVATION.MARKER_ID.eq(marker.value()))
                .and(RESERVATION.UNTIL.gt(now()))
                .fetchOptional(r -> task(r.into(ANSWER_TASK)));
    }

    /**
     * Puts the next answer on the marker's desk: one that still needs a mark, not by this marker, and that is not on as
     * many other desks as it needs marks. Items are finished one after the other; within an item the order is by the
     * random code, so that two markers do not follow each other and nobody marks a candidate in one go.
     */
    Optional<Task> takeNext(AccountId marker) {
        release(marker);
        Optional<Task> next = db.select(ANSWER_TASK.asterisk())
                .from(ANSWER_TASK)
                .where(ANSWER_TASK.STATE.in(TaskState.AWAITING.name(), TaskState.AWAITING_THIRD.name()))
                .andNotExists(db.selectOne()
                        .from(MARK)
                        .where(MARK.TASK_ID.eq(ANSWER_TASK.ID))
                        .and(MARK.MARKER_ID.eq(marker.value())))
                .and(openPlaces())
                .orderBy(ANSWER_TASK.STATE.desc(), ANSWER_TASK.ITEM_ID, ANSWER_TASK.CODE)
                .limit(1)
                .forUpdate()
                .of(ANSWER_TASK)
                .skipLocked()
                .fetchOptional(r -> task(r.into(ANSWER_TASK)));
        next.ifPresent(task -> reserve(task.id(), marker));
        return next;
    }

    private Condition openPlaces() {
        var marks = DSL.field(db.selectCount().from(MARK).where(MARK.TASK_ID.eq(ANSWER_TASK.ID)));
        var desks = DSL.field(db.selectCount()
                .from(RESERVATION)
                .where(RESERVATION.TASK_ID.eq(ANSWER_TASK.ID))
                .and(RESERVATION.UNTIL.gt(now())));
        var needed =
                DSL.when(ANSWER_TASK.STATE.eq(TaskState.AWAITING.name()), 2).otherwise(3);
        return marks.add(desks).lt(needed);
    }

    private void reserve(UUID task, AccountId marker) {
        db.insertInto(RESERVATION)
                .set(RESERVATION.TASK_ID, task)
                .set(RESERVATION.MARKER_ID, marker.value())
                .set(RESERVATION.UNTIL, now().plus(RESERVED_FOR))
                .execute();
    }

    void release(AccountId marker) {
        db.deleteFrom(RESERVATION)
                .where(RESERVATION.MARKER_ID.eq(marker.value()))
                .execute();
    }

    /** Locks a task for a decision. */
    Optional<Task> lock(UUID id) {
        return db.selectFrom(ANSWER_TASK)
                .where(ANSWER_TASK.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::task);
    }

    List<Mark> marks(UUID task) {
        return db.selectFrom(MARK)
                .where(MARK.TASK_ID.eq(task))
                .orderBy(MARK.POSITION)
                .fetch(AnswerTasks::mark);
    }

    void addMark(UUID task, AccountId marker, int position, GivenPoints given, String remark) {
        db.insertInto(MARK)
                .set(MARK.ID, Ids.next())
                .set(MARK.TASK_ID, task)
                .set(MARK.MARKER_ID, marker.value())
                .set(MARK.POSITION, position)
                .set(MARK.GIVEN, given.text())
                .set(MARK.POINTS, given.total().points())
                .set(MARK.REMARK, remark)
                .set(MARK.MARKED_AT, now())
                .execute();
    }

    void move(Task task, TaskState target, AccountId by, String reason) {
        TaskState next = task.state().to(target);
        db.update(ANSWER_TASK)
                .set(ANSWER_TASK.STATE, next.name())
                .where(ANSWER_TASK.ID.eq(task.id()))
                .execute();
        db.insertInto(TASK_EVENT)
                .set(TASK_EVENT.ID, Ids.next())
                .set(TASK_EVENT.TASK_ID, task.id())
                .set(TASK_EVENT.FROM_STATE, task.state().name())
                .set(TASK_EVENT.TO_STATE, next.name())
                .set(TASK_EVENT.BY_ACCOUNT, by.value())
                .set(TASK_EVENT.REASON, reason)
                .set(TASK_EVENT.AT, now())
                .execute();
    }

    List<Task> inState(TaskState state) {
        return db.selectFrom(ANSWER_TASK)
                .where(ANSWER_TASK.STATE.eq(state.name()))
                .orderBy(ANSWER_TASK.ITEM_ID, ANSWER_TASK.CODE)
                .fetch(this::task);
    }

    record ItemProgress(ItemVersionId item, TaskState state, int count) {}

    List<ItemProgress> progress() {
        return db.select(ANSWER_TASK.ITEM_ID, ANSWER_TASK.STATE, DSL.count())
                .from(ANSWER_TASK)
                .join(SCRIPT)
                .on(SCRIPT.ATTEMPT_ID.eq(ANSWER_TASK.ATTEMPT_ID))
                .groupBy(ANSWER_TASK.ITEM_ID, ANSWER_TASK.STATE)
                .fetch(r -> new ItemProgress(new ItemVersionId(r.value1()), TaskState.valueOf(r.value2()), r.value3()));
    }

    /** How many answers the marker has marked since {@code since}. */
    int markedBy(AccountId marker, OffsetDateTime since) {
        return db.fetchCount(MARK, MARK.MARKER_ID.eq(marker.value()).and(MARK.MARKED_AT.ge(since)));
    }

    /** How many answers wait for a mark that this marker may give. */
    int waitingFor(AccountId marker) {
        return db.fetchCount(
                ANSWER_TASK,
                ANSWER_TASK
                        .STATE
                        .in(TaskState.AWAITING.name(), TaskState.AWAITING_THIRD.name())
                        .andNotExists(db.selectOne()
                                .from(MARK)
                                .where(MARK.TASK_ID.eq(ANSWER_TASK.ID))
                                .and(MARK.MARKER_ID.eq(marker.value()))));
    }

    private Task task(AnswerTaskRecord r) {
        return new Task(
                r.getId(),
                new AttemptId(r.getAttemptId()),
                new ItemVersionId(r.getItemId()),
                r.getCode(),
                keys.decryptText(PURPOSE, r.getAnswer(), r.getId().toString()),
                TaskState.valueOf(r.getState()),
                new Score(r.getFullPoints()));
    }

    private static Mark mark(MarkRecord r) {
        return new Mark(
                new AccountId(r.getMarkerId()),
                r.getPosition(),
                GivenPoints.parse(r.getGiven()),
                new Score(r.getPoints()),
                r.getRemark());
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
