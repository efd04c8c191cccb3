package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.exam.AdmissionId;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an invigilator sees of the attempts and may do to them; each act with a reason, on record. */
@Service
public class Supervision {

    // So many turns are taken at once: meanwhile these candidates' saves wait.
    private static final int AT_ONCE = 100;

    private final LiveAttempts live;
    private final AttemptBook book;
    private final AnswerLog log;
    private final Papers papers;
    private final Messages messages;
    private final Presence presence;
    private final Acts acts;
    private final HandIn handIn;
    private final ServerTime time;

    Supervision(
            LiveAttempts live,
            AttemptBook book,
            AnswerLog log,
            Papers papers,
            Messages messages,
            Presence presence,
            Acts acts,
            HandIn handIn,
            ServerTime time) {
        this.live = live;
        this.book = book;
        this.log = log;
        this.papers = papers;
        this.messages = messages;
        this.presence = presence;
        this.acts = acts;
        this.handIn = handIn;
        this.time = time;
    }

    /**
     * One attempt as the board shows it.
     *
     * @param silent since the screen was last heard
     * @param unsent answers on the candidate's machine alone, as of the last heartbeat
     * @param away how often the candidate left the page
     */
    public record Progress(
            AttemptId attemptId,
            AdmissionId admissionId,
            AttemptState state,
            int answered,
            int total,
            Duration remaining,
            Duration silent,
            int unsent,
            int away,
            boolean handRaised,
            int sessions,
            int extraMinutes,
            @Nullable Instant lastSavedAt,
            @Nullable Instant submittedAt) {}

    /** Every attempt of the sitting, in the order of entry. */
    @Transactional(readOnly = true)
    public List<Progress> of(SittingId sitting) {
        Instant now = time.now();
        Map<AttemptId, Integer> answered = log.answeredCounts(sitting);
        return book.ofSitting(sitting).stream()
                .map(attempt -> progress(attempt, answered.getOrDefault(attempt.id(), 0), now))
                .toList();
    }

    private Progress progress(Attempt attempt, int answered, Instant now) {
        Presence.Sighting sighting = presence.of(attempt.id());
        Attempt.Submission end = attempt.submission();
        return new Progress(
                attempt.id(),
                attempt.identity().admissionId(),
                attempt.state(),
                answered,
                papers.of(attempt.identity().formId()).size(),
                end == null ? attempt.time().remaining(now) : Duration.ZERO,
                sighting.silent(),
                sighting.report().unsent(),
                sighting.report().away(),
                sighting.report().handRaised(),
                attempt.session(),
                (int) attempt.time().extra().toMinutes(),
                attempt.head().savedAt(),
                end == null ? null : end.at());
    }

    /** The sitting the attempt belongs to. @throws java.util.NoSuchElementException when there is no such attempt */
    @Transactional(readOnly = true)
    public SittingId sittingOf(AttemptId id) {
        return book.find(id).orElseThrow().identity().sittingId();
    }

    /** Stops the clock; returns the attempts that were not open. */
    public List<AttemptId> pause(Collection<AttemptId> ids, SittingId sitting, Acts.Order order) {
        return each(ids, sitting, order.as("PAUSED"), Map.of(), Attempt::pause);
    }

    /** Lets the clock run on; returns the attempts that were not paused. */
    public List<AttemptId> resume(Collection<AttemptId> ids, SittingId sitting, Acts.Order order) {
        return each(ids, sitting, order.as("RESUMED"), Map.of(), Attempt::resume);
    }

    /** Gives more time; returns the attempts that were over already. */
    public List<AttemptId> extend(Collection<AttemptId> ids, int minutes, SittingId sitting, Acts.Order order) {
        Duration more = Duration.ofMinutes(minutes);
        return each(
                ids, sitting, order.as("EXTENDED"), Map.of("minutes", minutes), (attempt, now) -> attempt.extend(more));
    }

    /** Sends a message to each screen; returns the attempts that were over already. */
    public List<AttemptId> message(Collection<AttemptId> ids, String text, SittingId sitting, Actor by) {
        return each(ids, sitting, new Acts.Order("MESSAGED", text, by), Map.of(), (attempt, now) -> {
            if (attempt.state().isOver()) {
                return false;
            }
            attempt.tell(List.of(messages.send(attempt.id(), now, text)));
            return true;
        });
    }

    /**
     * When an attempt's clock has run so far.
     *
     * @param until now, the deadline or the end, whichever came first
     * @param silent since the screen was last heard; zero when the attempt is over
     */
    public record Worked(AttemptId attemptId, AdmissionId admissionId, Instant from, Instant until, Duration silent) {}

    /** Of everyone who has come, in the order of entry. */
    @Transactional(readOnly = true)
    public List<Worked> worked(SittingId sitting) {
        Instant now = time.now();
        return book.ofSitting(sitting).stream()
                .map(attempt -> worked(attempt, now))
                .toList();
    }

    private Worked worked(Attempt attempt, Instant now) {
        Attempt.Submission end = attempt.submission();
        Instant deadline = attempt.time().deadline(now);
        Instant until = end != null ? end.at() : now;
        return new Worked(
                attempt.id(),
                attempt.identity().admissionId(),
                attempt.time().bell(),
                until.isBefore(deadline) ? until : deadline,
                end == null ? presence.of(attempt.id()).silent() : Duration.ZERO);
    }

    /**
     * Gives one candidate time back by ruling and says so on the screen.
     *
     * @param owed asked in the attempt's turn whether it is still to be given
     * @param settled told in the same transaction whether it was given, or the attempt was over
     */
    public void giveBack(
            AttemptId id,
            int minutes,
            SittingId sitting,
            Acts.Order order,
            String words,
            BooleanSupplier owed,
            Consumer<Boolean> settled) {
        Instant now = time.now();
        live.change(id, attempt -> {
            if (!owed.getAsBoolean()) {
                return false;
            }
            boolean given = acts.on(
                    attempt,
                    sitting,
                    order.as("GIVEN_BACK"),
                    Map.of("minutes", minutes),
                    (changed, at) -> changed.extend(Duration.ofMinutes(minutes)),
                    now);
            if (given) {
                attempt.tell(List.of(messages.send(id, now, words)));
            }
            settled.accept(given);
            return given;
        });
    }

    /** Ends an attempt by the ruling of two persons. False when it was over. */
    public boolean terminate(AttemptId id, Acts.Order order) {
        return handIn.byRuling(id, order.reason(), order.by());
    }

    private List<AttemptId> each(
            Collection<AttemptId> ids,
            SittingId sitting,
            Acts.Order order,
            Map<String, ?> details,
            BiPredicate<Attempt, Instant> verb) {
        Instant now = time.now();
        List<AttemptId> asked = ids.stream().distinct().toList();
        Set<AttemptId> done = new HashSet<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            done.addAll(live.change(
                    asked.subList(from, Math.min(asked.size(), from + AT_ONCE)),
                    attempts -> attempts.stream()
                            .filter(attempt -> acts.on(attempt, sitting, order, details, verb, now))
                            .map(Attempt::id)
                            .toList()));
        }
        return asked.stream().filter(id -> !done.contains(id)).toList();
    }
}
