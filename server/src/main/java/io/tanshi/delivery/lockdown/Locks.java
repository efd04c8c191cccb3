package io.tanshi.delivery.lockdown;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.OwnSessions;
import io.tanshi.delivery.runner.OwnSessions.Own;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.SessionGate;
import io.tanshi.delivery.runner.SittingCandidate;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.platform.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The lock of every session, in memory after its first request: it is asked on the path of every save. A sitting's level
 * does not change once candidates are let in, and whoever changes a lock puts the new one here.
 */
@Component
class Locks implements SessionGate {

    /** What was answered before the screen heard of the failed check was answered in good faith. */
    static final Duration HOLD_REACHES_SCREEN = Duration.ofSeconds(15);

    /** What a candidate may do behind a closed lock: see the seat, be heard, hand in, and open it. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "/api/exam/state", "/api/exam/photo", "/api/exam/likeness", "/api/exam/heartbeat", "/api/exam/hand-in");

    private static final String OWN = "/api/exam/lockdown";
    private static final String ANSWERS = "/api/exam/answers";

    private final OwnSessions sessions;
    private final Lockdowns lockdowns;
    private final LockBook book;
    private final ServerTime time;
    private final Map<AttemptId, Known> known = new ConcurrentHashMap<>();

    private record Known(int session, Lock lock) {}

    Locks(OwnSessions sessions, Lockdowns lockdowns, LockBook book, ServerTime time) {
        this.sessions = sessions;
        this.lockdowns = lockdowns;
        this.book = book;
        this.time = time;
    }

    @Override
    public void pass(SittingCandidate who, String path) {
        if (path.equals(OWN) || path.startsWith(OWN + "/") || OPEN_TO_ALL.contains(path)) {
            return;
        }
        Lock lock = of(who);
        if (lock.state().isFree()) {
            return;
        }
        if (lock.state() == LockState.HELD) {
            if (!path.equals(ANSWERS) || !isFresh(lock)) {
                throw Problem.of(DeliveryError.LOCKDOWN_HELD, "考试浏览器的核验没有通过，暂时不能作答。已保存的答案都在；请举手，由监考员放行后继续。");
            }
            return;
        }
        throw Problem.of(DeliveryError.LOCKDOWN_REQUIRED, "本场要求使用 Safe Exam Browser，通过核验后才能看到试卷。请按页面提示进入，或举手告诉监考员。");
    }

    private boolean isFresh(Lock lock) {
        return lock.since() != null && time.now().isBefore(lock.since().plus(HOLD_REACHES_SCREEN));
    }

    Lock of(SittingCandidate who) {
        Known found = known.get(who.attemptId());
        if (found != null && found.session() == who.session()) {
            return found.lock();
        }
        Lock lock = load(who);
        put(who.attemptId(), who.session(), lock);
        return lock;
    }

    /** A session that was fenced off never takes the place of the one that fences it. */
    void put(AttemptId attempt, int session, Lock lock) {
        known.merge(
                attempt, new Known(session, lock), (before, next) -> before.session() > next.session() ? before : next);
    }

    /** Reads it anew with the next request. */
    void forget(AttemptId attempt) {
        known.remove(attempt);
    }

    private Lock load(SittingCandidate who) {
        Own own = sessions.find(who.attemptId())
                .orElseThrow(() -> Problem.of(DeliveryError.TOKEN_INVALID, "没有找到这场考试的记录。请重新进入考场，或举手。"));
        if (lockdowns.of(own.sitting()) == LockdownLevel.PLAIN) {
            return Lock.without(own, LockState.PLAIN);
        }
        if (book.isExempt(own.admission())) {
            return Lock.without(own, LockState.EXEMPT);
        }
        return book.latest(own)
                .filter(lock -> lock.provenIn() == who.session() || lock.state() == LockState.HELD)
                .orElseGet(() -> Lock.without(own, LockState.UNPROVEN));
    }
}
