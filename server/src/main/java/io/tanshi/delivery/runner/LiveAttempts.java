package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.platform.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The attempts of the sittings under way, kept in memory by the process that owns the exam hour. What happens to one
 * attempt (saves, verbs of staff, hand-in) happens in turns, each over when it is durable: so a hand-in sees every
 * acknowledged answer, and nothing is appended after it.
 */
@Component
class LiveAttempts {

    private final Map<AttemptId, LiveAttempt> attempts = new ConcurrentHashMap<>();
    private final AtomicLong doubts = new AtomicLong();
    private final ReentrantLock settling = new ReentrantLock();
    private volatile long settled;
    private final AttemptBook book;
    private final Messages messages;
    private final Ownership ownership;
    private final DSLContext db;
    private final TransactionTemplate transaction;

    LiveAttempts(
            AttemptBook book,
            Messages messages,
            Ownership ownership,
            DSLContext db,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.messages = messages;
        this.ownership = ownership;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        // What is done in a turn is durable when the turn ends, whoever called.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ownership.onChange(attempts::clear);
    }

    /**
     * As the attempt stands; waits for a turn under way only when nothing is known.
     *
     * @throws NoSuchElementException when there is no such attempt
     */
    Attempt get(AttemptId id) {
        ownership.require();
        LiveAttempt live = attempts.get(id);
        Attempt shown = live == null ? null : live.shown();
        return shown != null ? shown : inTurn(id, LiveAttempt::current);
    }

    /** In the attempt's turn: nothing is known of it until the database was asked; see {@link LiveAttempt#doubt}. */
    void doubt(LiveAttempt live) {
        live.doubt(doubts.incrementAndGet());
    }

    /** Does something in the attempt's turn; it must be durable when the act returns. */
    <R> R inTurn(AttemptId id, Function<LiveAttempt, R> act) {
        LiveAttempt live = take(id).orElseThrow(() -> new NoSuchElementException("No attempt " + id));
        try {
            return act.apply(live);
        } finally {
            live.endTurn();
        }
    }

    /** Changes the attempt in a transaction; what the act did to it is shown when that is committed. */
    <R> R change(AttemptId id, Function<Attempt, R> act) {
        return inTurn(id, live -> commit(List.of(live), changed -> act.apply(changed.getFirst())));
    }

    /** The same with several in one transaction; what does not exist is left out. */
    <R> R change(Collection<AttemptId> ids, Function<List<Attempt>, R> act) {
        // In one order, so that two invigilators acting on one room never wait for each other.
        List<AttemptId> ordered = ids.stream()
                .distinct()
                .sorted(Comparator.comparing(AttemptId::value))
                .toList();
        List<LiveAttempt> taken = new ArrayList<>();
        try {
            ordered.forEach(id -> take(id).ifPresent(taken::add));
            return commit(taken, act);
        } finally {
            taken.forEach(LiveAttempt::endTurn);
        }
    }

    /** The attempt with its turn taken, read from the database when nothing is known of it. */
    private Optional<LiveAttempt> take(AttemptId id) {
        ownership.require();
        LiveAttempt live = attempts.computeIfAbsent(id, _ -> new LiveAttempt());
        live.takeTurn();
        try {
            if (live.shown() != null || read(id, live)) {
                return Optional.of(live);
            }
            attempts.remove(id, live);
        } catch (RuntimeException e) {
            live.endTurn();
            throw e;
        }
        live.endTurn();
        return Optional.empty();
    }

    private boolean read(AttemptId id, LiveAttempt live) {
        long epoch = ownership.epoch();
        settle(live.doubtedAt());
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<Attempt> found = book.find(id);
            found.ifPresent(attempt -> {
                attempt.tell(messages.of(id));
                live.read(attempt, epoch);
            });
            return found.isPresent();
        }));
    }

    /**
     * A commit whose answer was lost may still be under way: first it ends. Waiting once is enough for all the attempts
     * that were in doubt by then; when the database comes back, that may be everybody's.
     */
    private void settle(long doubt) {
        if (doubt <= settled) {
            return;
        }
        settling.lock();
        try {
            if (doubt > settled) {
                long upTo = doubts.get();
                transaction.executeWithoutResult(_ -> db.fetch("select pg_advisory_xact_lock(7402, 2)"));
                settled = upTo;
            }
        } finally {
            settling.unlock();
        }
    }

    private <R> R commit(List<LiveAttempt> taken, Function<List<Attempt>, R> act) {
        List<Attempt> changed =
                taken.stream().map(live -> live.current().copy()).toList();
        try {
            R result = transaction.execute(_ -> {
                taken.stream().map(LiveAttempt::epoch).distinct().forEach(this::requireOwner);
                return act.apply(changed);
            });
            for (int i = 0; i < changed.size(); i++) {
                taken.get(i).show(changed.get(i));
            }
            return result;
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException e) {
            taken.forEach(this::doubt);
            throw e;
        }
    }

    private void requireOwner(long epoch) {
        Boolean holds = db.resultQuery(Ownership.HOLDS, epoch).fetchSingle(0, Boolean.class);
        if (!Boolean.TRUE.equals(holds)) {
            ownership.fenced(epoch);
        }
    }
}
