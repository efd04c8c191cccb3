package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.MachineBook.Request;
import io.tanshi.delivery.runner.MachineBook.State;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ticket, document and room code alone do not carry an exam under way to another machine: a person lets in there. The
 * machine it is sat at is let in again by what its browser keeps.
 */
@Service
public class MachineChanges {

    /** So long a machine must have been silent, where a sitting lets its candidate go on elsewhere without asking. */
    public static final Duration SILENT_FROM = Duration.ofSeconds(30);

    // A waiting screen asks every three seconds.
    private static final Duration WAITS_STILL = Duration.ofSeconds(20);
    private static final Duration RELEASE_LASTS = Duration.ofMinutes(10);

    private final MachineBook book;
    private final Presence presence;
    private final History history;
    private final AuditTrail trail;
    private final ServerTime time;

    MachineChanges(MachineBook book, Presence presence, History history, AuditTrail trail, ServerTime time) {
        this.book = book;
        this.presence = presence;
        this.history = history;
        this.trail = trail;
        this.time = time;
    }

    /** @param machine system and browser, as it says itself */
    public record Asking(UUID id, AttemptId attempt, Instant since, String machine) {}

    /**
     * Why the candidate may not sit down at that machine now; asks for it where a person has to decide.
     *
     * @param anew whether the candidate asks once more after a refusal
     */
    @Transactional
    Optional<Problem> refusal(Attempt attempt, @Nullable Machine machine, boolean anew) {
        if (!isUnderWay(attempt) || isKnown(attempt, machine) || mayMove(attempt)) {
            return Optional.empty();
        }
        if (machine == null) {
            return Optional.of(needed());
        }
        Optional<Request> latest = book.latest(attempt.id(), machine);
        State state = latest.map(Request::state).orElse(State.USED);
        return switch (state) {
            case ASKED -> waits(latest.orElseThrow());
            case RELEASED -> isFresh(latest.orElseThrow()) ? Optional.empty() : ask(attempt, machine);
            case REFUSED -> anew ? ask(attempt, machine) : refused(latest.orElseThrow());
            case USED -> ask(attempt, machine);
        };
    }

    private boolean isUnderWay(Attempt attempt) {
        Attempt now = attempt.copy();
        now.openIfBegun(time.now());
        return attempt.enteredAt() != null
                && now.state() != AttemptState.WAITING
                && !now.state().isOver();
    }

    private boolean isKnown(Attempt attempt, @Nullable Machine machine) {
        return machine != null && book.sits(attempt.id(), machine);
    }

    private boolean mayMove(Attempt attempt) {
        return presence.of(attempt.id()).silent().compareTo(SILENT_FROM) >= 0
                && book.silentMayMove(attempt.identity().sittingId());
    }

    private boolean isFresh(Request released) {
        Instant at = released.decidedAt();
        return at != null && time.now().isBefore(at.plus(RELEASE_LASTS));
    }

    private Optional<Problem> waits(Request request) {
        book.heard(request.id(), time.now());
        return Optional.of(needed());
    }

    private Optional<Problem> ask(Attempt attempt, Machine machine) {
        Instant now = time.now();
        if (book.ask(attempt.id(), attempt.identity().sittingId(), machine, now)) {
            Map<String, ?> details = Map.of("machine", machine.label());
            history.record(attempt.id(), now, "MACHINE_ASKED", AttemptDesk.CANDIDATE, "", details);
            trail.record(AttemptDesk.CANDIDATE, "delivery.machine-asked", "attempt", attempt.id(), details);
        }
        return Optional.of(needed());
    }

    private static Problem needed() {
        return Problem.of(DeliveryError.RELEASE_NEEDED, "你的考试已在另一台机器上开始。请举手，告诉监考员要在这台机器上继续；放行后这里自动进入，不用刷新，也不用再填。");
    }

    private static Optional<Problem> refused(Request request) {
        return Optional.of(Problem.of(DeliveryError.RELEASE_REFUSED, "监考员没有放行：" + request.reason()));
    }

    /** Inside the turn in which the candidate sits down there. */
    void sit(AttemptId attempt, @Nullable Machine machine, Instant now) {
        if (machine != null) {
            book.sit(attempt, machine, now);
            book.use(attempt, machine);
        }
    }

    /** Whoever waits for a release now, in the order in which they asked. */
    @Transactional(readOnly = true)
    public List<Asking> asking(SittingId sitting) {
        return book.waiting(sitting, time.now().minus(WAITS_STILL)).stream()
                .map(request -> new Asking(
                        request.id(),
                        request.attempt(),
                        request.askedAt(),
                        request.machine().label()))
                .toList();
    }

    /**
     * @param reason may be empty for a release: that the person was looked at is its meaning
     * @throws Problem {@code delivery/already-decided} when somebody was faster, {@code delivery/reason-needed} for a
     *     refusal without one
     */
    @Transactional
    public void decide(SittingId sitting, UUID id, boolean release, String reason, Actor by) {
        if (!release && reason.isEmpty()) {
            throw Problem.of(DeliveryError.REASON_NEEDED, "不放行时，请写明原因；考生会看到。").field("reason", "请写明原因");
        }
        Request request = book.find(id)
                .filter(found -> found.sitting().equals(sitting))
                .orElseThrow(() -> Problem.notFound("这份换机申请"));
        Instant now = time.now();
        if (!book.decide(id, release ? State.RELEASED : State.REFUSED, reason, by, now)) {
            throw Problem.of(DeliveryError.ALREADY_DECIDED, "这份换机申请已由别人处置。");
        }
        Map<String, ?> details = Map.of("machine", request.machine().label());
        history.record(request.attempt(), now, release ? "MACHINE_RELEASED" : "MACHINE_REFUSED", by, reason, details);
        String act = release ? "delivery.machine-released" : "delivery.machine-refused";
        trail.record(
                by,
                act,
                "attempt",
                request.attempt(),
                Map.of("machine", request.machine().label(), "reason", reason));
    }

    /** Whether a candidate whose machine is silent may go on elsewhere without asking. */
    @Transactional(readOnly = true)
    public boolean silentMayMove(SittingId sitting) {
        return book.silentMayMove(sitting);
    }

    @Transactional
    public void setSilentMayMove(SittingId sitting, boolean may, Actor by) {
        book.setSilentMayMove(sitting, may, by, time.now());
        trail.record(by, "delivery.machine-changes-set", "sitting", sitting, Map.of("silentMayMove", may));
    }
}
