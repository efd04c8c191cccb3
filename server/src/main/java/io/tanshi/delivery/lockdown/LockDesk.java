package io.tanshi.delivery.lockdown;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.lockdown.seb.SebProofs;
import io.tanshi.delivery.lockdown.seb.SebVerdict;
import io.tanshi.delivery.lockdown.seb.Shown;
import io.tanshi.delivery.runner.OwnSessions;
import io.tanshi.delivery.runner.OwnSessions.Own;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.SittingCandidate;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens and closes locks: by the proof of a browser, by a failed check, by an invigilator's word. */
@Service
class LockDesk {

    private final Locks locks;
    private final LockBook book;
    private final LockActs acts;
    private final Nonces nonces;
    private final SebProofs proofs;
    private final Checks checks;
    private final OwnSessions sessions;
    private final Admissions admissions;
    private final ServerTime time;
    private final TransactionTemplate transaction;

    LockDesk(
            Locks locks,
            LockBook book,
            LockActs acts,
            Nonces nonces,
            SebProofs proofs,
            Checks checks,
            OwnSessions sessions,
            Admissions admissions,
            ServerTime time,
            TransactionTemplate transaction) {
        this.locks = locks;
        this.book = book;
        this.acts = acts;
        this.nonces = nonces;
        this.proofs = proofs;
        this.checks = checks;
        this.sessions = sessions;
        this.admissions = admissions;
        this.time = time;
        this.transaction = transaction;
    }

    /** The lock of the session; a session that was fenced off is told so. */
    Lock own(SittingCandidate who) {
        sessions.of(who);
        return locks.of(who);
    }

    boolean isOver(SittingCandidate who) {
        return sessions.of(who).over();
    }

    /** A link into the exam that works once, for this session alone. */
    String issue(SittingCandidate who) {
        own(who);
        return nonces.issue(holder(who));
    }

    /**
     * Opens the lock by what the browser shows on the page with this number.
     *
     * @throws Problem {@code delivery/entry-link-used}, {@code entry-link-invalid} or {@code lockdown-not-proven}
     */
    Lock prove(SittingCandidate who, String nonce, Shown shown) {
        Lock lock = own(who);
        useUp(nonce, holder(who));
        if (lock.state() == LockState.HELD) {
            // A new page does not undo what happened on the one before.
            throw Problem.of(DeliveryError.LOCKDOWN_HELD, "考试浏览器的核验曾经失败，须由监考员放行后才能继续。请举手。");
        }
        SebVerdict verdict = proofs.judge(lock.own().sitting(), shown, List.of(nonce));
        if (verdict != SebVerdict.PROVEN) {
            record(lock.own(), "LOCK_REFUSED", LockActs.MACHINE, verdict.words(), Map.of("verdict", verdict.name()));
            throw Problem.of(DeliveryError.LOCKDOWN_NOT_PROVEN, verdict.words());
        }
        if (lock.state() == LockState.PLAIN || lock.state() == LockState.EXEMPT) {
            return lock;
        }
        checks.passed(who);
        Instant now = time.now();
        byte[] page = Nonces.hash(nonce);
        Lock proven = new Lock(lock.own(), LockState.PROVEN, who.session(), page, shown.hasHeaders(), now);
        return change(who, proven, "LOCK_PROVEN", "");
    }

    /** Uses the number of an entry link up. */
    void useUp(String nonce, String holder) {
        switch (nonces.use(nonce, holder)) {
            case ACCEPTED -> {}
            case REPLAYED -> throw Problem.of(DeliveryError.ENTRY_LINK_USED, "这个进入链接只能用一次，已经用过。请按“重新核验”取得新的链接。");
            case UNKNOWN ->
                throw Problem.of(DeliveryError.ENTRY_LINK_INVALID, "这个进入链接不是发给本次入场的，或已超过 2 分钟。请按“重新核验”取得新的链接。");
        }
    }

    /**
     * Looks again in the middle of the exam. What contradicts the proof holds the session; a server that was restarted,
     * or a screen that was away, only begins anew.
     *
     * @param number from the answer to the check before
     */
    Lock check(SittingCandidate who, String number, Shown shown) {
        Lock lock = own(who);
        byte[] page = lock.page();
        boolean asked = lock.state() == LockState.PROVEN || lock.state() == LockState.RELEASED;
        if (!asked || page == null || !checks.take(who, number)) {
            return lock;
        }
        SebVerdict verdict = proofs.judge(lock.own().sitting(), shown, pagesOf(shown, page, number));
        if (verdict != SebVerdict.PROVEN) {
            return change(who, lock.in(LockState.HELD, time.now()), "LOCK_HELD", verdict.words());
        }
        checks.passed(who);
        return lock.headerSeen() && !shown.hasHeaders() ? headersLost(who, lock) : lock;
    }

    /** The hash on the page is over the address of the proof, or over the present one where the browser renews it. */
    private static List<String> pagesOf(Shown shown, byte[] page, String number) {
        String said = shown.page().substring(shown.page().lastIndexOf('=') + 1);
        boolean ofTheProof = Arrays.equals(Nonces.hash(said), page);
        return ofTheProof ? List.of(said, number) : List.of(number);
    }

    private Lock headersLost(SittingCandidate who, Lock lock) {
        return change(who, lock.withoutHeaders(), "LOCK_HEADERS_LOST", "");
    }

    private Lock change(SittingCandidate who, Lock next, String verb, String reason) {
        transaction.executeWithoutResult(_ -> {
            store(next);
            acts.record(
                    next.own().admission(),
                    next.own().attempt(),
                    time.now(),
                    verb,
                    LockActs.MACHINE,
                    reason,
                    Map.of("session", who.session()));
        });
        locks.put(who.attemptId(), who.session(), next);
        return next;
    }

    private void store(Lock lock) {
        byte[] page = lock.page();
        Instant since = lock.since();
        if (page != null && since != null) {
            book.put(lock, page, since);
        }
    }

    /** Lets held sessions go on; returns the attempts that were not held. */
    List<AttemptId> release(Collection<AttemptId> ids, SittingId sitting, String reason, Actor by) {
        return ids.stream()
                .distinct()
                .filter(id -> !release(id, sitting, reason, by))
                .toList();
    }

    private boolean release(AttemptId id, SittingId sitting, String reason, Actor by) {
        Own own = sessions.find(id).filter(o -> o.sitting().equals(sitting)).orElse(null);
        Lock lock = own == null ? null : locks.of(new SittingCandidate(id, own.admission(), own.session()));
        if (lock == null || own == null || lock.state() != LockState.HELD) {
            return false;
        }
        Lock next = lock.in(LockState.RELEASED, time.now());
        transaction.executeWithoutResult(_ -> {
            store(next);
            record(own, "LOCK_RELEASED", by, reason, Map.of("session", own.session()));
        });
        // Read anew: who has entered again since gives the proof again.
        locks.forget(id);
        return true;
    }

    /** Lets candidates work without the locked browser; returns those who are not of the sitting, or were exempt before. */
    List<AdmissionId> exempt(Collection<AdmissionId> ids, SittingId sitting, String reason, Actor by) {
        Set<AdmissionId> seated =
                admissions.ofSitting(sitting).stream().map(Admission::id).collect(Collectors.toSet());
        return ids.stream()
                .distinct()
                .filter(id -> !seated.contains(id) || !exempt(id, sitting, reason, by))
                .toList();
    }

    private boolean exempt(AdmissionId admission, SittingId sitting, String reason, Actor by) {
        AttemptId attempt = sessions.find(admission).map(Own::attempt).orElse(null);
        boolean done = Boolean.TRUE.equals(transaction.execute(_ -> {
            Instant now = time.now();
            if (!book.exempt(admission, sitting, reason, by, now)) {
                return false;
            }
            acts.record(admission, attempt, now, "LOCK_EXEMPTED", by, reason, Map.of());
            return true;
        }));
        forget(attempt);
        return done;
    }

    private void forget(@Nullable AttemptId attempt) {
        if (attempt != null) {
            locks.forget(attempt);
        }
    }

    private void record(Own own, String verb, Actor by, String reason, Map<String, ?> details) {
        transaction.executeWithoutResult(
                _ -> acts.record(own.admission(), own.attempt(), time.now(), verb, by, reason, details));
    }

    private static String holder(SittingCandidate who) {
        return "attempt:" + who.attemptId() + ":" + who.session();
    }
}
