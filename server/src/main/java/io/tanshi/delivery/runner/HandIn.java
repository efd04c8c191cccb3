package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Ends attempts: by the candidate, or by the system at the deadline and when the sitting closes. */
@Service
class HandIn {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final LiveAttempts live;
    private final AttemptBook book;
    private final History history;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Presence presence;
    private final ServerTime time;

    HandIn(
            LiveAttempts live,
            AttemptBook book,
            History history,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Presence presence,
            ServerTime time) {
        this.live = live;
        this.book = book;
        this.history = history;
        this.trail = trail;
        this.events = events;
        this.presence = presence;
        this.time = time;
    }

    /**
     * Hands in for the candidate; again and again it is the same hand-in.
     *
     * @param lastSeq the last entry the candidate's screen has made
     * @param acceptUnsent whether the candidate accepts that entries which did not arrive do not count
     */
    Attempt byCandidate(SittingCandidate who, long lastSeq, boolean acceptUnsent) {
        Attempt known = Candidates.withKnown(who, () -> live.get(who.attemptId()));
        return known.state().isOver()
                ? known
                : live.change(who.attemptId(), attempt -> byCandidate(who, attempt, lastSeq, acceptUnsent));
    }

    private Attempt byCandidate(SittingCandidate who, Attempt attempt, long lastSeq, boolean acceptUnsent) {
        Instant now = time.now();
        Candidates.fenced(who, attempt);
        if (attempt.state().isOver()) {
            return attempt;
        }
        attempt.openIfBegun(now);
        checkTime(attempt.time(), now);
        if (lastSeq != attempt.head().seq() && !acceptUnsent) {
            throw Problem.of(
                    DeliveryError.UNSENT_ANSWERS,
                    "本机有 " + Math.max(1, lastSeq - attempt.head().seq()) + " 条作答还没有上传。请等待上传完成再交卷；若确定放弃这些作答，请在交卷时明确确认。");
        }
        end(attempt, Submitter.CANDIDATE, AttemptDesk.CANDIDATE, "", now);
        return attempt;
    }

    /** Hands in for the candidate whose time is over; nothing happens when it is not, or was done before. */
    void atDeadline(AttemptId id) {
        Instant now = time.now();
        if (live.get(id).time().isDue(now)) {
            live.change(id, attempt -> attempt.time().isDue(now) && end(attempt, "考试时间已到", now));
        }
    }

    /** Hands in although there may be time left, because the sitting is over. */
    void atClose(AttemptId id) {
        live.change(id, attempt -> end(attempt, "本场考试已结束", time.now()));
    }

    /** Ends the attempt by the ruling of two persons. False when it was over. */
    boolean byRuling(AttemptId id, String reason, Actor by) {
        return live.change(id, attempt -> {
            Instant now = time.now();
            attempt.openIfBegun(now);
            return attempt.terminate(now)
                    && ended(attempt, Submitter.INVIGILATOR, new Acts.Order("TERMINATED", reason, by), now);
        });
    }

    private boolean end(Attempt attempt, String reason, Instant now) {
        attempt.openIfBegun(now);
        return end(attempt, Submitter.SYSTEM, AttemptDesk.BELL, reason, now);
    }

    private boolean end(Attempt attempt, Submitter by, Actor actor, String reason, Instant now) {
        return attempt.handIn(by, now) && ended(attempt, by, new Acts.Order("HANDED_IN", reason, actor), now);
    }

    private boolean ended(Attempt attempt, Submitter by, Acts.Order order, Instant now) {
        book.update(attempt);
        Map<String, ?> details = Map.of("entries", attempt.head().seq(), "by", by.name());
        history.record(attempt.id(), now, order.verb(), order.by(), order.reason(), details);
        trail.record(
                order.by(),
                by == Submitter.INVIGILATOR ? "delivery.terminated" : "delivery.handed-in",
                "attempt",
                attempt.id(),
                details);
        events.publishEvent(attempt.submitted());
        presence.forget(attempt.id());
        return true;
    }

    private static void checkTime(ExamTime clock, Instant now) {
        switch (clock.handIn(now)) {
            case ALLOWED -> {}
            case NOT_BEGUN -> throw Problem.of(DeliveryError.NOT_BEGUN, "考试还没有开始，不能交卷。");
            case PAUSED -> throw Problem.of(DeliveryError.PAUSED, "监考已暂停作答，恢复后才能交卷。");
            case TOO_EARLY ->
                throw Problem.of(
                        DeliveryError.TOO_EARLY_TO_HAND_IN,
                        "本场最早交卷时间是 " + CLOCK.format(clock.handInFrom()) + "，现在是 " + CLOCK.format(now)
                                + "。请到时再交卷，已保存的答案没有变化。");
        }
    }
}
