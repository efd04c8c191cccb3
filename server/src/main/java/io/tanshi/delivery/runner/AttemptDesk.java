package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.exam.Admission;
import io.tanshi.exam.CandidateCard;
import io.tanshi.exam.Form;
import io.tanshi.exam.Forms;
import io.tanshi.exam.SittingRuns;
import io.tanshi.platform.Problem;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins attempts and opens them at the bell; gives a session its attempt and fences off older sessions. */
@Service
class AttemptDesk {

    static final Actor CANDIDATE = new Actor(Actor.Kind.ANONYMOUS, null, "考生");
    static final Actor BELL = Actor.system("exam-clock");

    private final AttemptBook book;
    private final Forms forms;
    private final SittingRuns runs;
    private final History history;
    private final AuditTrail trail;
    private final ServerTime time;
    private final SecureRandom random = new SecureRandom();

    AttemptDesk(AttemptBook book, Forms forms, SittingRuns runs, History history, AuditTrail trail, ServerTime time) {
        this.book = book;
        this.forms = forms;
        this.runs = runs;
        this.history = history;
        this.trail = trail;
        this.time = time;
    }

    /** Begins the attempt, or comes back to it with a new session that fences off the ones before. */
    @Transactional
    SittingCandidate enter(Admission admission, CandidateCard card) {
        Instant now = time.now();
        Attempt attempt = book.lock(admission.id()).orElseGet(() -> begin(admission, card, now));
        if (!attempt.state().isOver()) {
            attempt.enterAgain();
            boolean opened = attempt.openIfBegun(now);
            book.update(attempt);
            entered(attempt, now);
            if (opened) {
                history.record(attempt.id(), now, "OPENED", BELL, "", Map.of());
            }
        }
        return new SittingCandidate(attempt.id(), admission.id(), attempt.session());
    }

    private Attempt begin(Admission admission, CandidateCard card, Instant now) {
        Form form = forms.sealed(admission.sittingId(), admission.level())
                .orElseThrow(() ->
                        Problem.of(DeliveryError.NO_PAPER, admission.level().label() + "的试卷还没有封存，现在不能进入。请举手告诉监考人员。"));
        Attempt attempt = Attempt.enter(
                admission, form.id(), card.photo(), runs.of(admission.sittingId()), random.nextLong(), now);
        return book.insert(attempt) ? attempt : book.lock(admission.id()).orElseThrow();
    }

    private void entered(Attempt attempt, Instant now) {
        Map<String, ?> details = Map.of("session", attempt.session());
        history.record(attempt.id(), now, "ENTERED", CANDIDATE, "", details);
        trail.record(CANDIDATE, "delivery.entered", "attempt", attempt.id(), details);
    }

    /** The session's attempt as it stands. */
    @Transactional(readOnly = true)
    Attempt own(SittingCandidate who) {
        return fenced(who, book.find(who.attemptId()).orElseThrow(() -> unknown(who.attemptId())));
    }

    /** The session's attempt, locked until the surrounding transaction ends. */
    Attempt lockOwn(SittingCandidate who) {
        return fenced(who, book.lock(who.attemptId()).orElseThrow(() -> unknown(who.attemptId())));
    }

    /** The session's attempt, opened when the bell has rung. */
    @Transactional
    Attempt openOwn(SittingCandidate who) {
        Attempt attempt = own(who);
        boolean due = attempt.state() == AttemptState.WAITING && attempt.time().hasBegun(time.now());
        return due && open(who.attemptId()) ? own(who) : attempt;
    }

    /** Opens a waiting attempt at the bell; false when there was nothing to do. */
    @Transactional
    boolean open(AttemptId id) {
        Instant now = time.now();
        Attempt attempt = book.lock(id).orElseThrow(() -> unknown(id));
        if (!attempt.openIfBegun(now)) {
            return false;
        }
        book.update(attempt);
        history.record(id, now, "OPENED", BELL, "", Map.of());
        return true;
    }

    private static Attempt fenced(SittingCandidate who, Attempt attempt) {
        if (attempt.session() != who.session() && !attempt.state().isOver()) {
            throw Problem.of(
                    DeliveryError.OPENED_ELSEWHERE, "你的考试已在另一台机器或另一个窗口打开，这里不能再作答。已保存的答案都在服务器上；如果不是你本人操作，请立即举手。");
        }
        return attempt;
    }

    private static Problem unknown(AttemptId id) {
        return Problem.of(DeliveryError.TOKEN_INVALID, "没有找到这场考试的记录（" + id + "）。请重新进入考场，或举手。");
    }
}
