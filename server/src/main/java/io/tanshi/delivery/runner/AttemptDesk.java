package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.exam.Admission;
import io.tanshi.exam.CandidateCard;
import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.Forms;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins attempts and opens them at the bell; gives a session its attempt and fences off older sessions. */
@Service
class AttemptDesk {

    static final Actor CANDIDATE = new Actor(Actor.Kind.ANONYMOUS, null, "考生");
    static final Actor BELL = Actor.system(History.CLOCK);

    private final AttemptBook book;
    private final LiveAttempts live;
    private final MachineChanges machines;
    private final Presence presence;
    private final Forms forms;
    private final SittingRuns runs;
    private final History history;
    private final AuditTrail trail;
    private final ServerTime time;
    private final SecureRandom random = new SecureRandom();

    AttemptDesk(
            AttemptBook book,
            LiveAttempts live,
            MachineChanges machines,
            Presence presence,
            Forms forms,
            SittingRuns runs,
            History history,
            AuditTrail trail,
            ServerTime time) {
        this.book = book;
        this.live = live;
        this.machines = machines;
        this.presence = presence;
        this.forms = forms;
        this.runs = runs;
        this.history = history;
        this.trail = trail;
        this.time = time;
    }

    /** Makes the attempts of everyone who is expected, so that nothing is made at the door. */
    @Transactional
    void prepare(SittingId sitting, Collection<Admission> expected) {
        SittingRun run = runs.of(sitting);
        for (Level level : Level.values()) {
            forms.sealed(sitting, level)
                    .ifPresent(form -> book.insert(expected.stream()
                            .filter(admission -> admission.level() == level)
                            .map(admission -> Attempt.prepare(admission, form.id(), null, run, random.nextLong()))
                            .toList()));
        }
    }

    /**
     * Begins the attempt, or comes back to it with a new session that fences off the ones before.
     *
     * @param anew whether the candidate asks once more after a refusal
     * @throws Problem {@code delivery/release-needed} while a person has to let in at that machine
     */
    SittingCandidate enter(Admission admission, CandidateCard card, @Nullable Machine machine, boolean anew) {
        FormId form = forms.sealed(admission.sittingId(), admission.level())
                .map(Form::id)
                .orElseThrow(() ->
                        Problem.of(DeliveryError.NO_PAPER, admission.level().label() + "的试卷还没有封存，现在不能进入。请举手告诉监考人员。"));
        AttemptId id = book.idOf(admission.id()).orElseGet(() -> begin(admission, form));
        machines.refusal(live.get(id), machine, anew).ifPresent(problem -> {
            throw problem;
        });
        int session = live.change(id, attempt -> enter(attempt, form, card, machine));
        // Or the board would call the screen silent until its first heartbeat.
        presence.heard(id);
        return new SittingCandidate(id, admission.id(), session);
    }

    // Who was seated after the sitting had opened.
    private AttemptId begin(Admission admission, FormId form) {
        book.insert(List.of(Attempt.prepare(admission, form, null, runs.of(admission.sittingId()), random.nextLong())));
        return book.idOf(admission.id()).orElseThrow();
    }

    private int enter(Attempt attempt, FormId form, CandidateCard card, @Nullable Machine machine) {
        Instant now = time.now();
        if (attempt.state().isOver()) {
            return attempt.session();
        }
        int session = attempt.enter(form, card.photo(), now);
        boolean opened = attempt.openIfBegun(now);
        book.update(attempt);
        machines.sit(attempt.id(), machine, now);
        Map<String, ?> details = Map.of("session", session, "machine", machine == null ? "" : machine.label());
        history.record(attempt.id(), now, "ENTERED", CANDIDATE, "", details);
        trail.record(CANDIDATE, "delivery.entered", "attempt", attempt.id(), details);
        if (opened) {
            history.record(attempt.id(), now, "OPENED", BELL, "", Map.of());
        }
        return session;
    }

    /** The session's attempt as it stands: opened, when the bell has rung. */
    Attempt own(SittingCandidate who) {
        Attempt attempt = Candidates.fenced(who, Candidates.withKnown(who, () -> live.get(who.attemptId())));
        if (attempt.state() != AttemptState.WAITING) {
            return attempt;
        }
        Attempt now = attempt.copy();
        now.openIfBegun(time.now());
        return now;
    }

    /** Opens what waits although the bell has rung, all in one go; memory needs no telling, see {@link #own}. */
    @Transactional
    void ring() {
        Instant now = time.now();
        history.record(book.open(now), now, "OPENED", BELL);
    }
}
