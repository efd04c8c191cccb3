package io.tanshi.enrolment.review;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.review.Decision.Content;
import io.tanshi.enrolment.review.Decision.Kind;
import io.tanshi.enrolment.review.Decision.State;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import io.tanshi.programme.ReviewPromise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes decisions and takes them back. Of two reviewers who decide on the same state exactly one is heard. */
@Service
@Transactional
class DecisionDesk {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final DecisionStore store;
    private final Effects effects;
    private final HandlingTime handling;
    private final ReviewPromise promise;
    private final ReviewSettings settings;
    private final AuditTrail trail;
    private final Clock clock;

    DecisionDesk(
            DecisionStore store,
            Effects effects,
            HandlingTime handling,
            ReviewPromise promise,
            ReviewSettings settings,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.effects = effects;
        this.handling = handling;
        this.promise = promise;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param on what the reviewer saw; it has been checked that the verb is allowed */
    UUID decide(Dossier on, Kind kind, Content content, CurrentAccount me, @Nullable UUID bulk) {
        Instant now = clock.instant();
        Decision decision = new Decision(
                Ids.next(),
                on.id(),
                on.version(),
                kind,
                me.accountId().value(),
                me.displayName(),
                now,
                State.WAITING,
                bulk);
        boolean first = store.insert(decision, on, content, effort(on, now, me));
        if (!first || !store.stillStands(on)) {
            requireUndecided(on.id(), on.version(), me);
            throw Problem.of(EnrolmentError.DECIDED_MEANWHILE, "这份报名刚刚有了变化，你的决定没有写入。你填写的文字仍在本页，请刷新查看最新状态。");
        }
        if (settings.undoSeconds() == 0) {
            effects.apply(decision.id());
        }
        return decision.id();
    }

    private DecisionStore.Effort effort(Dossier on, Instant now, CurrentAccount me) {
        Instant submitted = on.submittedAt();
        Duration worked = submitted == null ? Duration.ZERO : promise.workingTimeBetween(submitted, now);
        Instant due = on.clock().dueAt();
        return new DecisionStore.Effort(
                store.workedBefore(on.id()).plus(worked),
                due == null || !now.isAfter(due),
                handling.end(on.id(), me.accountId().value()));
    }

    /** @throws Problem saying who decided, when somebody has */
    void requireUndecided(ApplicationId id, int version, CurrentAccount me) {
        store.on(id, version).ifPresent(other -> {
            String who = other.isOf(me) ? "你" : other.reviewerName();
            String at = TIME.format(other.decidedAt().atZone(clock.getZone()));
            throw Problem.of(
                    EnrolmentError.DECIDED_MEANWHILE,
                    who + " 已于 " + at + " 决定“" + other.kind().label() + "”，你的决定没有写入。你填写的文字仍在本页。");
        });
    }

    /** Takes a decision back that is not in effect yet; only who made it may. */
    Decision undo(ApplicationId id, CurrentAccount me) {
        Decision waiting = store.waiting(id)
                .flatMap(found -> store.lock(found.id()))
                .filter(found -> found.isOf(me))
                .orElseThrow(() -> Problem.of(
                        EnrolmentError.UNDO_TOO_LATE,
                        "没有可以撤销的决定：" + settings.undoSeconds() + " 秒已过、决定已经生效，或它是别人作出的。生效后如需更正，请走复核。"));
        store.end(waiting.id(), State.UNDONE);
        trail.record(
                me.actor(),
                "enrolment.decision-undone",
                "application",
                id,
                Map.of("decision", waiting.kind().name()));
        return waiting;
    }
}
