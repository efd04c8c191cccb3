package io.tanshi.marking.human;

import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.scoring.ItemScoring;
import io.tanshi.kernel.Score;
import io.tanshi.marking.MarkingError;
import io.tanshi.marking.human.AnswerTasks.Mark;
import io.tanshi.marking.human.AnswerTasks.Task;
import io.tanshi.marking.script.ScriptStore;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Programmes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What markers and their leader do. */
@Service
class MarkingDesk {

    private final AnswerTasks tasks;
    private final ItemScoring scoring;
    private final ScriptStore scripts;
    private final Programmes programmes;
    private final AuditTrail trail;

    MarkingDesk(AnswerTasks tasks, ItemScoring scoring, ScriptStore scripts, Programmes programmes, AuditTrail trail) {
        this.tasks = tasks;
        this.scoring = scoring;
        this.scripts = scripts;
        this.programmes = programmes;
        this.trail = trail;
    }

    /** The answer on the marker's desk, or the next one; empty when nothing waits for this marker. */
    @Transactional
    Optional<Task> next(AccountId marker) {
        Optional<Task> present = tasks.onDesk(marker);
        return present.isPresent() ? present : tasks.takeNext(marker);
    }

    /** Gives the marks of the answer on the desk, and what follows from all its marks. */
    @Transactional
    void mark(UUID taskId, List<BigDecimal> given, String remark, CurrentAccount me) {
        if (tasks.onDesk(me.accountId()).filter(t -> t.id().equals(taskId)).isEmpty()) {
            throw Problem.of(MarkingError.NOT_RESERVED, "这份答卷不在你手上：保留的 30 分钟已过，或已在另一窗口提交。给分没有保存；请取下一份。");
        }
        Task task = tasks.lock(taskId).orElseThrow(() -> Problem.notFound("这份答卷"));
        List<Mark> before = tasks.marks(taskId);
        GivenPoints points = GivenPoints.check(given, scoring.markingPoints(task.item()));
        tasks.addMark(taskId, me.accountId(), before.size() + 1, points, remark);
        tasks.release(me.accountId());
        trail.record(me.actor(), "marking.answer-marked", "answer", taskId, Map.of("position", before.size() + 1));
        adjudicate(task, points, before, me.accountId());
    }

    private void adjudicate(Task task, GivenPoints latest, List<Mark> before, AccountId by) {
        List<Score> marks = new ArrayList<>(before.stream().map(Mark::points).toList());
        marks.add(latest.total());
        switch (Adjudication.of(marks, programmes.parameters().doubleMarkThreshold())) {
            case Adjudication.Agreed agreed -> {
                tasks.move(task, TaskState.AGREED, by, "marks agree");
                decide(task, agreed.points(), ScriptStore.Decider.MARKERS);
            }
            case Adjudication.Third ignored ->
                tasks.move(task, TaskState.AWAITING_THIRD, by, "two marks too far apart");
            case Adjudication.Leader ignored ->
                tasks.move(task, TaskState.AWAITING_ARBITRATION, by, "three marks too far apart");
            case Adjudication.OneMore ignored -> {
                // Nothing follows from a first mark.
            }
        }
    }

    /** The leader decides an answer on which three markers do not agree. */
    @Transactional
    void arbitrate(UUID taskId, List<BigDecimal> given, String reason, CurrentAccount me) {
        Task task = tasks.lock(taskId).orElseThrow(() -> Problem.notFound("这份答卷"));
        if (task.state() != TaskState.AWAITING_ARBITRATION) {
            throw Problem.of(
                    MarkingError.NOT_IN_THIS_STATE, "这份答卷现为“" + task.state().label() + "”，只有“待仲裁”的可以仲裁。请刷新列表。");
        }
        GivenPoints points = GivenPoints.check(given, scoring.markingPoints(task.item()));
        tasks.addMark(taskId, me.accountId(), tasks.marks(taskId).size() + 1, points, reason);
        tasks.move(task, TaskState.SETTLED, me.accountId(), reason);
        trail.record(me.actor(), "marking.answer-arbitrated", "answer", taskId, Map.of());
        decide(task, points.total(), ScriptStore.Decider.LEADER);
    }

    private void decide(Task task, Score points, ScriptStore.Decider by) {
        scripts.score(task.attempt(), task.item(), ItemType.EXTENDED_TEXT, points, by);
        scripts.completeIfDecided(task.attempt());
    }

    @Transactional(readOnly = true)
    List<Task> awaitingArbitration() {
        return tasks.inState(TaskState.AWAITING_ARBITRATION);
    }

    @Transactional(readOnly = true)
    List<Mark> marks(UUID task) {
        return tasks.marks(task);
    }
}
