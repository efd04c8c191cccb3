package io.tanshi.delivery.runner;

import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.Rescoring;
import io.tanshi.platform.ErrorCode;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * Answers that come from a candidate's machine by hand. What follows the log without a gap counts while the rules of time
 * allow it; everything else waits for a person, and counts only after that.
 */
@Service
public class FoundAnswers {

    private static final Set<DeliveryError> FOR_A_PERSON =
            EnumSet.of(DeliveryError.TIME_OVER, DeliveryError.ALREADY_HANDED_IN);

    private final LiveAttempts live;
    private final AttemptBook book;
    private final AnswerIntake intake;
    private final AnswerLog log;
    private final Papers papers;
    private final JournalWriter journal;
    private final Ownership ownership;
    private final History history;
    private final AuditTrail trail;
    private final Rescoring scores;
    private final ServerTime time;
    private final DSLContext db;

    FoundAnswers(
            LiveAttempts live,
            AttemptBook book,
            AnswerIntake intake,
            AnswerLog log,
            Papers papers,
            JournalWriter journal,
            Ownership ownership,
            History history,
            AuditTrail trail,
            Rescoring scores,
            ServerTime time,
            DSLContext db) {
        this.live = live;
        this.book = book;
        this.intake = intake;
        this.log = log;
        this.papers = papers;
        this.journal = journal;
        this.ownership = ownership;
        this.history = history;
        this.trail = trail;
        this.scores = scores;
        this.time = time;
        this.db = db;
    }

    /**
     * What a file came to.
     *
     * @param fresh entries that the server did not have
     * @param taken of these, what counts already
     * @param branched of these, what another machine's answers stand against
     * @param conflicts items changed on both machines
     * @param firstGiven by the candidate's machine
     */
    public record Taken(
            int fresh,
            int taken,
            int branched,
            int conflicts,
            long firstSeq,
            long lastSeq,
            Instant firstGiven,
            Instant lastGiven,
            Instant deadline) {

        public boolean isSettled() {
            return taken == fresh;
        }
    }

    /** @throws NoSuchElementException when there is no such attempt */
    public SittingId sittingOf(AttemptId id) {
        return book.find(id).orElseThrow().identity().sittingId();
    }

    /**
     * Takes in what may count without a person.
     *
     * @throws Problem of {@link DeliveryError}: broken chain, nothing new, an answer that cannot be
     */
    public Taken take(AttemptId id, byte[] content) {
        List<LogEntry> found = SaveReader.found(content);
        FoundLog sorted = FoundLog.sort(id, found, log.entries(id));
        if (sorted.fresh().isEmpty()) {
            throw Problem.of(DeliveryError.EMERGENCY_KNOWN, "文件中的 " + found.size() + " 条作答服务器都已有，没有需要补入的。考生的作答是完整的。");
        }
        checkPossible(id, sorted.fresh());
        long before = live.get(id).head().seq();
        long after = sorted.following().isEmpty() ? before : bring(id, sorted.following(), before);
        return taken(sorted, (int) (after - before), live.get(id).time().settledDeadline());
    }

    private void checkPossible(AttemptId id, List<LogEntry> entries) {
        Paper paper = papers.of(live.get(id).identity().formId());
        entries.forEach(entry -> AnswerRules.check(paper, entry).ifPresent(refusal -> {
            throw refusal;
        }));
    }

    private long bring(AttemptId id, List<LogEntry> following, long before) {
        try {
            return intake.bring(id, following).head().seq();
        } catch (Problem refused) {
            ErrorCode code = refused.code();
            if (code instanceof DeliveryError error && FOR_A_PERSON.contains(error)) {
                return before;
            }
            throw refused;
        }
    }

    private static Taken taken(FoundLog sorted, int taken, Instant deadline) {
        List<LogEntry> fresh = sorted.fresh();
        return new Taken(
                fresh.size(),
                taken,
                sorted.branched().size(),
                sorted.conflicts().size(),
                fresh.getFirst().seq(),
                fresh.getLast().seq(),
                fresh.stream().map(LogEntry::givenAt).min(Instant::compareTo).orElseThrow(),
                fresh.stream().map(LogEntry::givenAt).max(Instant::compareTo).orElseThrow(),
                deadline);
    }

    /** Writes an act of that kind into the candidate's timeline and the audit trail, in the caller's transaction. */
    public void record(AttemptId id, Acts.Order order, Map<String, ?> details) {
        history.record(id, time.now(), order.verb(), order.by(), order.reason(), details);
        Map<String, Object> recorded = new HashMap<>(details);
        recorded.put("reason", order.reason());
        String action = "delivery." + order.verb().toLowerCase(Locale.ROOT).replace('_', '-');
        trail.record(order.by(), action, "attempt", id, recorded);
    }

    /**
     * Lets in what was given in time, after a person has decided so; of two acts on one item the later one stands.
     *
     * @param and done in the same transaction
     * @return how many entries were let in
     * @throws Problem while the candidate still answers, or when people have begun to mark the paper
     */
    public int admit(AttemptId id, byte[] content, Runnable and) {
        return live.change(id, attempt -> {
            if (!attempt.state().isOver()) {
                throw Problem.of(DeliveryError.EMERGENCY_STILL_ANSWERING, "考生还没有交卷，现在补入会与正在作答的记录冲突。请在交卷后裁定；文件已经保存。");
            }
            List<LogEntry> stored = log.entries(id);
            List<LogEntry> admitted = FoundLog.sort(id, SaveReader.found(content), stored)
                    .admissible(stored, attempt.time().settledDeadline());
            append(attempt, FoundLog.chained(attempt.head(), admitted));
            and.run();
            if (!admitted.isEmpty() && !scores.rescore(id)) {
                throw Problem.of(DeliveryError.MARKING_HAS_BEGUN, "这份答卷已经开始人工评阅，不能再补入作答。文件仍然保存；请裁定“不采纳”并写明情况，由成绩复核处理。");
            }
            return admitted.size();
        });
    }

    private void append(Attempt attempt, List<LogEntry> chain) {
        if (chain.isEmpty()) {
            return;
        }
        Instant now = time.now();
        AnswerJournal.Batch batch =
                new AnswerJournal.Batch(attempt.id(), attempt.session(), ownership.epoch(), chain, now);
        db.connection(connection -> journal.write(connection, List.of(batch)));
        LogEntry last = chain.getLast();
        attempt.advance(new Attempt.Head(last.seq(), last.hash(), now));
    }
}
