package io.tanshi.delivery.invigilation;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.likeness.Likeness;
import io.tanshi.delivery.likeness.Likenesses;
import io.tanshi.delivery.lockdown.LockBoard;
import io.tanshi.delivery.runner.MachineChanges;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.Supervision;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts seats, names and attempts together. Read anew at each poll; who has not entered stands there too. */
@Component
@Transactional(readOnly = true)
class Board {

    /** A screen that is silent itself gives no checks either. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(15);

    private final Sittings sittings;
    private final SittingRuns runs;
    private final Admissions admissions;
    private final Supervision supervision;
    private final LockBoard locks;
    private final Likenesses likenesses;
    private final MachineChanges machines;
    private final ServerTime time;

    Board(
            Sittings sittings,
            SittingRuns runs,
            Admissions admissions,
            Supervision supervision,
            LockBoard locks,
            Likenesses likenesses,
            MachineChanges machines,
            ServerTime time) {
        this.sittings = sittings;
        this.runs = runs;
        this.admissions = admissions;
        this.supervision = supervision;
        this.locks = locks;
        this.likenesses = likenesses;
        this.machines = machines;
        this.time = time;
    }

    /**
     * @param identity how the check of the person stands; null while nothing was heard of it
     * @param lock how the lock of the machine stands; null where any browser will do
     * @param request to go on at another machine
     * @param attempt null while the candidate has not entered
     */
    record BoardSeatView(
            UUID admissionId,
            String name,
            String ticketNumber,
            Level level,
            String site,
            String room,
            int seat,
            @Nullable BoardLockView lock,
            @Nullable BoardIdentityView identity,
            @Nullable BoardRequestView request,
            @Nullable BoardAttemptView attempt) {}

    /**
     * @param judged whether a person has decided
     * @param doubt whether it is not the registered person, or unclear
     */
    record BoardIdentityView(String words, boolean judged, boolean doubt) {}

    /** @param machine system and browser, as it says itself */
    record BoardRequestView(UUID id, long sinceSeconds, String machine) {}

    /** @param held whether an invigilator has to decide before the candidate goes on */
    record BoardLockView(String words, boolean held, boolean exempt) {}

    /** See {@link Supervision.Progress}; durations in seconds. */
    record BoardAttemptView(
            UUID id,
            AttemptState state,
            int answered,
            int total,
            long remainingSeconds,
            long silentSeconds,
            int unsent,
            int away,
            boolean handRaised,
            int sessions,
            int extraMinutes,
            @Nullable Instant lastSavedAt,
            @Nullable Instant submittedAt) {}

    /** @param locked whether the sitting asks for the locked browser */
    record BoardView(
            UUID sittingId,
            String code,
            String name,
            RunState state,
            Instant now,
            Instant startsAt,
            Instant lateEntryEndsAt,
            Instant endsAt,
            int lostTimeFromMinutes,
            boolean locked,
            List<BoardSeatView> seats) {}

    BoardView of(SittingId id) {
        Sitting sitting = sittings.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
        SittingRun run = runs.of(id);
        Map<AdmissionId, CandidateCard> cards = admissions.cards(id);
        Map<AdmissionId, Supervision.Progress> attempts = supervision.of(id).stream()
                .collect(Collectors.toMap(Supervision.Progress::admissionId, Function.identity()));
        Map<AdmissionId, LockBoard.Mark> marks = locks.of(id);
        Map<AttemptId, Likeness> checks = likenesses.of(id);
        Map<AttemptId, BoardRequestView> asking = asking(id);
        List<BoardSeatView> seats = admissions.ofSitting(id).stream()
                .map(admission -> {
                    Supervision.Progress attempt = attempts.get(admission.id());
                    Likeness check = attempt == null ? null : checks.get(attempt.attemptId());
                    BoardRequestView request = attempt == null ? null : asking.get(attempt.attemptId());
                    return seat(
                            admission,
                            cards.get(admission.id()),
                            marks.get(admission.id()),
                            identity(check),
                            request,
                            attempt);
                })
                .toList();
        return new BoardView(
                id.value(),
                sitting.code(),
                sitting.name(),
                run.state(),
                time.now(),
                run.startsAt(),
                run.lateEntryEndsAt(),
                run.endsAt(),
                run.rules().lostTimeFromMinutes(),
                locks.isLocked(id),
                seats);
    }

    private BoardSeatView seat(
            Admission admission,
            @Nullable CandidateCard card,
            LockBoard.@Nullable Mark mark,
            @Nullable BoardIdentityView identity,
            @Nullable BoardRequestView request,
            Supervision.@Nullable Progress attempt) {
        return new BoardSeatView(
                admission.id().value(),
                card == null ? "" : card.name(),
                admission.ticketNumber(),
                admission.level(),
                admission.site(),
                admission.room(),
                admission.seat(),
                mark == null ? null : lock(mark, attempt),
                identity,
                request,
                attempt == null ? null : view(attempt));
    }

    /** Two machines asking for one attempt are decided one after the other. */
    private Map<AttemptId, BoardRequestView> asking(SittingId id) {
        Instant now = time.now();
        return machines.asking(id).stream()
                .collect(Collectors.toMap(
                        MachineChanges.Asking::attempt,
                        ask -> new BoardRequestView(
                                ask.id(), Duration.between(ask.since(), now).toSeconds(), ask.machine()),
                        (first, _) -> first));
    }

    private static @Nullable BoardIdentityView identity(@Nullable Likeness check) {
        if (check == null) {
            return null;
        }
        boolean judged = check.verdict() != null;
        return new BoardIdentityView(check.words(), judged, judged && check.verdict() != Likeness.Verdict.SAME);
    }

    private BoardLockView lock(LockBoard.Mark mark, Supervision.@Nullable Progress attempt) {
        boolean silent = attempt != null
                && !attempt.state().isOver()
                && attempt.silent().compareTo(HEARD_WITHIN) < 0
                && !mark.held()
                && !mark.exempt()
                && locks.isUnchecked(attempt.attemptId());
        return new BoardLockView(silent ? "核验中断" : mark.words(), mark.held(), mark.exempt());
    }

    private static BoardAttemptView view(Supervision.Progress attempt) {
        return new BoardAttemptView(
                attempt.attemptId().value(),
                attempt.state(),
                attempt.answered(),
                attempt.total(),
                attempt.remaining().toSeconds(),
                attempt.silent().toSeconds(),
                attempt.unsent(),
                attempt.away(),
                attempt.handRaised(),
                attempt.sessions(),
                attempt.extraMinutes(),
                attempt.lastSavedAt(),
                attempt.submittedAt());
    }
}
