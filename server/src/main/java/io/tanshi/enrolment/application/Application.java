package io.tanshi.enrolment.application;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationRejected;
import io.tanshi.enrolment.ApplicationReturned;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's application for one sitting; its state changes only through its verbs. */
final class Application {

    /** Who applies, through whom, for what; it never changes but for the level. */
    record Subject(
            ApplicationId id,
            InstitutionId institution,
            SittingId sitting,
            BatchId batch,
            PersonId person,
            Level level) {}

    /** What changes by the verbs, as it is stored. */
    record Standing(
            ApplicationState state,
            ReviewClock clock,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt,
            int version) {

        static final Standing NEW = new Standing(ApplicationState.DRAFT, ReviewClock.IDLE, null, null, 0);
    }

    private Subject subject;
    private Standing standing;
    private final List<Step> newSteps = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();

    Application(Subject subject, Standing standing) {
        this.subject = subject;
        this.standing = standing;
    }

    static Application draft(Subject subject) {
        return new Application(subject, Standing.NEW);
    }

    void submit(Actor by, Instant at, ReviewPromise promise, @Nullable String words) {
        move(Verb.SUBMIT, by, at, words);
        become(ReviewClock.started(promise, at), at, null);
    }

    void approve(Actor by, Instant at, @Nullable String words) {
        move(Verb.APPROVE, by, at, words);
        become(ReviewClock.IDLE, standing.submittedAt(), at);
        events.add(new ApplicationApproved(
                subject.id(), subject.person(), subject.institution(), subject.sitting(), subject.level(), at));
    }

    /** Gives the application back to the institution and stops the clock. */
    Step sendBack(Actor by, Instant at, ReviewPromise promise) {
        Step step = move(Verb.RETURN, by, at, null);
        become(standing.clock().stopped(promise, at), standing.submittedAt(), null);
        events.add(
                new ApplicationReturned(subject.id(), subject.person(), subject.institution(), subject.sitting(), at));
        return step;
    }

    /** Takes an approval back and gives the application to the institution, with the whole review still to come. */
    Step overturn(Actor by, Instant at, ReviewPromise promise) {
        Step step = move(Verb.OVERTURN, by, at, null);
        become(ReviewClock.waiting(promise, at), standing.submittedAt(), null);
        events.add(
                new ApplicationReturned(subject.id(), subject.person(), subject.institution(), subject.sitting(), at));
        return step;
    }

    void reject(Actor by, Instant at, String words) {
        move(Verb.REJECT, by, at, words);
        become(ReviewClock.IDLE, standing.submittedAt(), at);
        events.add(
                new ApplicationRejected(subject.id(), subject.person(), subject.institution(), subject.sitting(), at));
    }

    void resubmit(Actor by, Instant at, ReviewPromise promise) {
        move(Verb.RESUBMIT, by, at, null);
        become(standing.clock().resumed(promise, at), at, null);
    }

    void withdraw(Actor by, Instant at, @Nullable String words) {
        move(Verb.WITHDRAW, by, at, words);
        become(ReviewClock.IDLE, standing.submittedAt(), standing.decidedAt());
    }

    /** What the institution corrects may include the level; only while it has the application. */
    void correct(Level level, PersonId person) {
        if (standing.state() != ApplicationState.RETURNED) {
            throw notAllowed(standing.state(), "更正");
        }
        subject = new Subject(subject.id(), subject.institution(), subject.sitting(), subject.batch(), person, level);
    }

    private Step move(Verb verb, Actor by, Instant at, @Nullable String words) {
        ApplicationState from = standing.state();
        ApplicationState to = Lifecycle.after(from, verb).orElseThrow(() -> notAllowed(from, verb.label()));
        Step step = new Step(Ids.next(), verb, from, to, at, by.label(), words);
        newSteps.add(step);
        standing = new Standing(to, standing.clock(), standing.submittedAt(), standing.decidedAt(), standing.version());
        return step;
    }

    private void become(ReviewClock clock, @Nullable Instant submittedAt, @Nullable Instant decidedAt) {
        standing = new Standing(standing.state(), clock, submittedAt, decidedAt, standing.version());
    }

    static Problem notAllowed(ApplicationState state, String what) {
        return Problem.of(EnrolmentError.NOT_IN_STATE, "这份报名现在是“" + state.label() + "”，不能" + what + "。请刷新后按当前状态处理。");
    }

    Subject subject() {
        return subject;
    }

    Standing standing() {
        return standing;
    }

    List<Step> newSteps() {
        return List.copyOf(newSteps);
    }

    List<Object> events() {
        return List.copyOf(events);
    }
}
