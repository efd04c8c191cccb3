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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            long seed) {}

    /** The end of an attempt. */
    record Submission(Instant at, Submitter by, String receiptNumber) {}

    /** Last acknowledged entry of the log and the hash over all up to it. */
    record Head(long seq, byte[] hash, @Nullable Instant savedAt) {}

    private Identity identity;
    private AttemptState state;
    private int session;
    private ExamTime time;
    private @Nullable Instant enteredAt;
    private @Nullable Instant openedAt;
    private Head head;
    private List<Messages.Message> messages = List.of();
    private @Nullable Submission submission;

    Attempt(
            Identity identity,
            AttemptState state,
            int session,
            ExamTime time,
            @Nullable Instant enteredAt,
            @Nullable Instant openedAt,
            Head head,
            @Nullable Submission submission) {
        this.identity = identity;
        this.state = state;
        this.session = session;
        this.time = time;
        this.enteredAt = enteredAt;
        this.openedAt = openedAt;
        this.head = head;
        this.submission = submission;
    }

    /** An attempt that waits for its candidate. */
    static Attempt prepare(Admission admission, FormId form, @Nullable FileId photo, SittingRun run, long seed) {
        AttemptId id = AttemptId.next();
        Identity identity =
                new Identity(id, admission.id(), admission.sittingId(), form, admission.level(), photo, seed);
        Head head = new Head(0, Chain.start(id), null);
        return new Attempt(identity, AttemptState.WAITING, 0, ExamTime.of(run), null, null, head, null);
    }

    /** The same once more, to be changed while others look at this one. */
    Attempt copy() {
        Attempt copy = new Attempt(identity, state, session, time, enteredAt, openedAt, head, submission);
        copy.messages = messages;
        return copy;
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

    /** The first entry; null while the candidate has not come. */
    @Nullable
    Instant enteredAt() {
        return enteredAt;
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

    /** The messages to the candidate after that position. */
    List<Messages.Message> messagesAfter(long position) {
        return messages.stream().filter(m -> m.position() > position).toList();
    }

    /**
     * A new session; every earlier one is fenced off. The first entry settles paper and photo: until then the form in
     * use may have been changed for the spare one.
     */
    int enter(FormId form, @Nullable FileId photo, Instant now) {
        if (enteredAt == null) {
            enteredAt = now;
            identity = new Identity(
                    identity.id(),
                    identity.admissionId(),
                    identity.sittingId(),
                    form,
                    identity.level(),
                    photo,
                    identity.seed());
        }
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

    void advance(Head to) {
        head = to;
    }

    void tell(List<Messages.Message> news) {
        messages = Stream.concat(messages.stream(), news.stream()).toList();
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
