package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Takes answers in. What it returns is told to the candidate only after the commit is durable, so an acknowledged answer
 * is never lost; the same entries sent again are acknowledged again and written once.
 *
 * <p>A batch is taken up to the first entry that is refused. A refusal is answered only when it concerns the first new
 * entry, so that nothing good waits behind something bad.
 */
@Service
class AnswerIntake {

    private final LiveAttempts live;
    private final AnswerJournal journal;
    private final AnswerLog log;
    private final Papers papers;
    private final Presence presence;
    private final ServerTime time;

    AnswerIntake(
            LiveAttempts live,
            AnswerJournal journal,
            AnswerLog log,
            Papers papers,
            Presence presence,
            ServerTime time) {
        this.live = live;
        this.journal = journal;
        this.log = log;
        this.papers = papers;
        this.presence = presence;
        this.time = time;
    }

    /**
     * @param entries in the order of their sequence numbers
     * @return the attempt with its head after the entries
     * @throws Problem of {@link DeliveryError} when the first new entry is refused, or a repeated one differs
     */
    Attempt save(SittingCandidate who, List<LogEntry> entries) {
        return Candidates.withKnown(who, () -> live.inTurn(who.attemptId(), attempt -> save(who, attempt, entries)));
    }

    private Attempt save(SittingCandidate who, LiveAttempt place, List<LogEntry> entries) {
        presence.heard(Candidates.latest(who, place.current()).id());
        return take(place, entries);
    }

    /** The same for entries that a person brings from a candidate's machine, whichever session made them. */
    Attempt bring(AttemptId id, List<LogEntry> entries) {
        return live.inTurn(id, place -> take(place, entries));
    }

    private Attempt take(LiveAttempt place, List<LogEntry> entries) {
        Instant now = time.now();
        Attempt attempt = place.current();
        checkRepeated(attempt, entries);
        Attempt after = attempt.copy();
        after.openIfBegun(now);
        List<LogEntry> fresh = acceptable(after, entries, now);
        if (fresh.isEmpty()) {
            return after;
        }
        store(place, new AnswerJournal.Batch(after.id(), after.session(), place.epoch(), fresh, now));
        LogEntry last = fresh.getLast();
        after.advance(new Attempt.Head(last.seq(), last.hash(), now));
        place.show(after);
        return after;
    }

    private void store(LiveAttempt place, AnswerJournal.Batch batch) {
        try {
            journal.append(batch);
        } catch (AnswerJournal.NotStored e) {
            live.doubt(place);
            throw Problem.of(DeliveryError.NOT_STORED, "服务器暂时没能保存这次作答，正在自动重试。本机的作答没有丢失。");
        }
    }

    private void checkRepeated(Attempt attempt, List<LogEntry> entries) {
        List<LogEntry> repeated = repeated(attempt, entries);
        if (repeated.isEmpty()) {
            return;
        }
        Map<Long, byte[]> known = log.hashes(
                attempt.id(), repeated.getFirst().seq(), repeated.getLast().seq());
        for (LogEntry entry : repeated) {
            if (!Arrays.equals(known.get(entry.seq()), entry.hash())) {
                throw Problem.of(
                        DeliveryError.SEQUENCE_TAKEN, "第 " + entry.seq() + " 条作答记录与服务器已有的不同，没有保存。请举手；本机的记录不要清除。");
            }
        }
    }

    private static List<LogEntry> repeated(Attempt attempt, List<LogEntry> entries) {
        List<LogEntry> repeated = List.of();
        for (LogEntry entry : entries) {
            if (entry.seq() <= attempt.head().seq()) {
                repeated = repeated.isEmpty() ? new ArrayList<>() : repeated;
                repeated.add(entry);
            }
        }
        return repeated;
    }

    private List<LogEntry> acceptable(Attempt attempt, List<LogEntry> entries, Instant now) {
        Paper paper = papers.of(attempt.identity().formId());
        List<LogEntry> fresh = new ArrayList<>();
        Attempt.Head head = attempt.head();
        for (LogEntry entry : entries) {
            if (entry.seq() <= head.seq()) {
                continue;
            }
            Optional<Problem> refusal = refusal(attempt, head, paper, entry, now);
            if (refusal.isPresent()) {
                if (fresh.isEmpty()) {
                    throw refusal.get();
                }
                break;
            }
            fresh.add(entry);
            head = new Attempt.Head(entry.seq(), entry.hash(), now);
        }
        return fresh;
    }

    private static Optional<Problem> refusal(
            Attempt attempt, Attempt.Head head, Paper paper, LogEntry entry, Instant now) {
        return over(attempt)
                .or(() -> late(attempt.time(), entry, now))
                .or(() -> gap(head, entry))
                .or(() -> AnswerRules.check(paper, entry))
                .or(() -> broken(head, entry));
    }

    private static Optional<Problem> over(Attempt attempt) {
        return attempt.state().isOver()
                ? Optional.of(Problem.of(DeliveryError.ALREADY_HANDED_IN, "已经交卷，作答不能再修改。这条作答没有保存。"))
                : Optional.empty();
    }

    private static Optional<Problem> late(ExamTime clock, LogEntry entry, Instant now) {
        return switch (clock.save(now, entry.givenAt())) {
            case ACCEPTED -> Optional.empty();
            case NOT_BEGUN -> Optional.of(Problem.of(DeliveryError.NOT_BEGUN, "考试还没有开始，开考后才能作答。"));
            case PAUSED -> Optional.of(Problem.of(DeliveryError.PAUSED, "监考已暂停作答，计时同时停止。恢复后，本机的作答会自动上传。"));
            case GIVEN_TOO_LATE -> Optional.of(Problem.of(DeliveryError.TIME_OVER, "这条作答是在考试结束之后作出的，没有保存。此前的作答都已保存。"));
            case OVER ->
                Optional.of(Problem.of(DeliveryError.TIME_OVER, "考试时间和宽限时间都已过，这条作答没有保存。请举手，由监考人员处理；本机的记录不要清除。"));
        };
    }

    private static Optional<Problem> gap(Attempt.Head head, LogEntry entry) {
        return entry.seq() == head.seq() + 1
                ? Optional.empty()
                : Optional.of(Problem.of(
                        DeliveryError.SEQUENCE_GAP,
                        "作答记录应从第 " + (head.seq() + 1) + " 条续传，收到第 " + entry.seq() + " 条。请从该条起重新上传。"));
    }

    private static Optional<Problem> broken(Attempt.Head head, LogEntry entry) {
        return Arrays.equals(Chain.next(head.hash(), entry), entry.hash())
                ? Optional.empty()
                : Optional.of(Problem.of(
                        DeliveryError.BROKEN_CHAIN, "第 " + entry.seq() + " 条作答记录的校验值与前一条不相接，没有保存。请举手；本机的记录不要清除。"));
    }
}
