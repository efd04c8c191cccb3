package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.AttemptSubmitted;
import io.tanshi.delivery.AttemptView;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.FormId;
import io.tanshi.exam.SittingRun;
import io.tanshi.files.FileId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt with its clock and the head of its answer log. Changes by its verbs only. */
final class Attempt {

    /**
     * What never changes.
     *
     * @param seed decides the order of items and options
     */
    record Identity(
            AttemptId id,
            AdmissionId admissionId,
            SittingId sittingId,
            FormId formId,
            Level level,
            @Nullable FileId photo,
            long seed,
            Instant enteredAt) {}

    /** The end of an attempt. */
    record Submission(Instant at, Submitter by, String receiptNumber) {}

    /** Last acknowledged entry of the log and the hash over all up to it. */
    record Head(long seq, byte[] hash, @Nullable Instant savedAt) {}

    private final Identity identity;
    private AttemptState state;
    private int session;
    private ExamTime time;
    private @Nullable Instant openedAt;
    private Head head;
    private @Nullable Submission submission;

    Attempt(
            Identity identity,
            AttemptState state,
            int session,
            ExamTime time,
            @Nullable Instant openedAt,
            Head head,
            @Nullable Submission submission) {
        this.identity = identity;
        this.state = state;
        this.session = session;
        this.time = time;
        this.openedAt = openedAt;
        this.head = head;
        this.submission = submission;
    }

    static Attempt enter(
            Admission admission, FormId form, @Nullable FileId photo, SittingRun run, long seed, Instant now) {
        AttemptId id = AttemptId.next();
        Identity identity =
                new Identity(id, admission.id(), admission.sittingId(), form, admission.level(), photo, seed, now);
        return new Attempt(
                identity, AttemptState.WAITING, 0, ExamTime.of(run), null, new Head(0, Chain.start(id), null), null);
    }

    Identity identity() {
        return identity;
    }

    AttemptId id() {
        return identity.id();
    }

    AttemptState state() {
        return state;
    }

    int session() {
        return session;
    }

    ExamTime time() {
        return time;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    Head head() {
        return head;
    }

    @Nullable
    Submission submission() {
        return submission;
    }

    /** A new session; every earlier one is fenced off. */
    int enterAgain() {
        session++;
        return session;
    }

    /** Opens at the bell; later calls change nothing. */
    boolean openIfBegun(Instant now) {
        if (state != AttemptState.WAITING || !time.hasBegun(now)) {
            return false;
        }
        apply(Verb.OPEN);
        openedAt = now;
        return true;
    }

    boolean pause(Instant now) {
        if (!apply(Verb.PAUSE)) {
            return false;
        }
        time = time.pausedFrom(now);
        return true;
    }

    boolean resume(Instant now) {
        if (!apply(Verb.RESUME)) {
            return false;
        }
        time = time.resumedAt(now);
        return true;
    }

    boolean extend(Duration more) {
        if (state.isOver()) {
            return false;
        }
        time = time.plusExtra(more);
        return true;
    }

    /** Ends the attempt; false when it has ended before. */
    boolean handIn(Submitter by, Instant now) {
        if (!apply(Verb.HAND_IN)) {
            return false;
        }
        time = time.resumedAt(now);
        submission = new Submission(now, by, Chain.receiptNumber(id(), head.hash()));
        return true;
    }

    void advance(long seq, byte[] hash, Instant now) {
        head = new Head(seq, hash, now);
    }

    AttemptSubmitted submitted() {
        Submission end = submission;
        if (end == null) {
            throw new IllegalStateException("Attempt " + id() + " is not handed in");
        }
        return new AttemptSubmitted(
                id(), identity.admissionId(), identity.formId(), identity.sittingId(), identity.level(), end.at());
    }

    AttemptView view() {
        return new AttemptView(
                id(),
                identity.admissionId(),
                identity.formId(),
                identity.sittingId(),
                identity.level(),
                state,
                submission == null ? null : submission.at());
    }

    private boolean apply(Verb verb) {
        Optional<AttemptState> next = verb.from(state);
        next.ifPresent(allowed -> state = allowed);
        return next.isPresent();
    }
}
