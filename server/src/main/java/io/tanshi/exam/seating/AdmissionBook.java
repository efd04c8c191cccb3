package io.tanshi.exam.seating;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.CandidateAbsent;
import io.tanshi.exam.CandidateAdmitted;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes admissions: each change with its history, its entry in the trail and its event, in one transaction. */
@Component
public class AdmissionBook {

    private final AdmissionStore store;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdmissionBook(AdmissionStore store, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Everyone who has a seat and never came is absent.
     *
     * @return how many that are
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int closeOut(SittingId sitting, Actor by) {
        Instant now = clock.instant();
        int absent = 0;
        for (Admission admission : store.ofSitting(sitting)) {
            if (AdmissionVerb.MISS.from(admission.state()).isPresent() && store.miss(admission.id())) {
                note(admission, new Act(AdmissionVerb.MISS, admission.state(), "exam.candidate-absent", null), by);
                events.publishEvent(
                        new CandidateAbsent(admission.id(), admission.personId(), sitting, admission.level(), now));
                absent++;
            }
        }
        return absent;
    }

    void admit(Admission admission, Actor by) {
        store.add(admission, clock.instant());
        note(admission, new Act(AdmissionVerb.ADMIT, null, "exam.candidate-admitted", null), by);
        events.publishEvent(new CandidateAdmitted(
                admission.id(), admission.personId(), admission.sittingId(), admission.level(), clock.instant()));
    }

    /** Keeps the first entry; a later one changes nothing. */
    void enter(Admission admission, Actor by) {
        if (AdmissionVerb.ENTER.from(admission.state()).isPresent() && store.enter(admission.id(), clock.instant())) {
            note(admission, new Act(AdmissionVerb.ENTER, admission.state(), "exam.candidate-entered", null), by);
        }
    }

    /** @throws IllegalStateException when the candidate has entered or is absent */
    void move(Admission admission, SeatPlan.Seat seat, String reason, Actor by) {
        if (AdmissionVerb.MOVE.from(admission.state()).isEmpty()) {
            throw new IllegalStateException("Admission " + admission.id() + " cannot be moved");
        }
        store.reseat(admission.id(), seat.room().id(), seat.number());
        note(admission, new Act(AdmissionVerb.MOVE, admission.state(), "exam.candidate-moved", reason), by);
    }

    private record Act(
            AdmissionVerb verb,
            @Nullable AdmissionState from,
            String action,
            @Nullable String reason) {}

    private void note(Admission admission, Act act, Actor by) {
        AdmissionState to = act.verb().from(act.from()).orElseThrow();
        store.note(
                admission.id(),
                new AdmissionStore.Change(act.verb(), act.from(), to, clock.instant(), by, act.reason()));
        Map<String, Object> details = new HashMap<>();
        details.put("sitting", admission.sittingId().toString());
        details.put("ticket", admission.ticketNumber());
        String reason = act.reason();
        if (reason != null) {
            details.put("reason", reason);
        }
        trail.record(by, act.action(), "admission", admission.id(), details);
    }
}
