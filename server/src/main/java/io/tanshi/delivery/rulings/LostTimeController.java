package io.tanshi.delivery.rulings;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.runner.Supervision;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lost time as a ruling: computed, proposed, decided by another person. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class LostTimeController {

    private final LostTimeDesk desk;
    private final RulingBook book;
    private final Supervision supervision;
    private final Admissions admissions;

    LostTimeController(LostTimeDesk desk, RulingBook book, Supervision supervision, Admissions admissions) {
        this.desk = desk;
        this.book = book;
        this.supervision = supervision;
        this.admissions = admissions;
    }

    /**
     * @param admissionId for one candidate
     * @param site for a room or a site
     * @param room for a room
     * @param minutes by judgement; absent to compute them from the log
     */
    record IncidentRequest(
            @NotNull(message = "请选择类别") IncidentCategory category,
            @NotNull(message = "请选择范围") RulingScope scope,
            @Nullable UUID admissionId,
            @Nullable @Size(max = 200) String site,
            @Nullable @Size(max = 200) String room,
            @NotNull(message = "请填写起点") Instant from,
            @NotNull(message = "请填写终点") Instant until,

            @Nullable @Min(value = 1, message = "1 至 120 分钟") @Max(value = 120, message = "1 至 120 分钟")
            Integer minutes) {

        Incident incident() {
            return new Incident(category, scope, admissionId, site, room, new Span(from, until), minutes);
        }
    }

    record LostTimeProposalRequest(
            @NotNull @Valid IncidentRequest incident,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    record LostTimeDecisionRequest(
            boolean approve,

            @NotBlank(message = "请写明理由") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    /** @param outcome GIVEN, or OVER when the attempt had ended; absent until the clock was moved */
    record LostTimeShareView(
            UUID attemptId, String name, String seat, int lostSeconds, int minutes, Ruling.@Nullable Outcome outcome) {}

    /** @param concerned how many candidates are in the scope, whether they lost anything or not */
    record LostTimeView(String place, int concerned, int fromMinutes, List<LostTimeShareView> shares) {}

    record LostTimeStepView(Instant at, String by, String words) {}

    /** @param own whether the asking person has proposed it, and so cannot decide it */
    record LostTimeRulingView(
            UUID id,
            IncidentCategory category,
            String categoryLabel,
            RulingScope scope,
            String place,
            Instant from,
            Instant until,
            @Nullable Integer minutes,
            String reason,
            Ruling.State state,
            String stateLabel,
            boolean own,
            LostTimeStepView proposed,
            @Nullable LostTimeStepView decided,
            List<LostTimeShareView> shares) {}

    /** What the log says; nothing is stored. */
    @PostMapping("/api/invigilator/sittings/{id}/lost-time/computation")
    LostTimeView compute(@PathVariable UUID id, @Valid @RequestBody IncidentRequest body) {
        SittingId sitting = new SittingId(id);
        LostTimeDesk.Computed computed = desk.compute(sitting, body.incident());
        Seats seats = seats(sitting);
        return new LostTimeView(
                computed.place(),
                computed.concerned(),
                (int) computed.threshold().toMinutes(),
                computed.shares().stream().map(seats::view).toList());
    }

    @PostMapping("/api/invigilator/sittings/{id}/lost-time")
    @ResponseStatus(HttpStatus.CREATED)
    LostTimeRulingView propose(
            @PathVariable UUID id, @Valid @RequestBody LostTimeProposalRequest body, CurrentAccount me) {
        SittingId sitting = new SittingId(id);
        Ruling ruling =
                desk.propose(sitting, body.incident().incident(), body.reason().strip(), me.actor());
        return view(ruling, seats(sitting), me);
    }

    /** The latest first. */
    @GetMapping("/api/invigilator/sittings/{id}/lost-time")
    List<LostTimeRulingView> rulings(@PathVariable UUID id, CurrentAccount me) {
        SittingId sitting = new SittingId(id);
        List<Ruling> rulings = book.ofSitting(sitting);
        if (rulings.isEmpty()) {
            return List.of();
        }
        Seats seats = seats(sitting);
        return rulings.stream().map(ruling -> view(ruling, seats, me)).toList();
    }

    @PostMapping("/api/invigilator/sittings/{id}/lost-time/{ruling}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable UUID id,
            @PathVariable UUID ruling,
            @Valid @RequestBody LostTimeDecisionRequest body,
            CurrentAccount me) {
        SittingId sitting = new SittingId(id);
        if (body.approve()) {
            desk.approve(sitting, ruling, body.reason().strip(), me.actor());
        } else {
            desk.refuse(sitting, ruling, body.reason().strip(), me.actor());
        }
    }

    private static LostTimeRulingView view(Ruling ruling, Seats seats, CurrentAccount me) {
        return new LostTimeRulingView(
                ruling.id(),
                ruling.category(),
                ruling.category().label(),
                ruling.scope(),
                ruling.place(),
                ruling.span().from(),
                ruling.span().until(),
                ruling.minutes(),
                ruling.reason(),
                ruling.state(),
                ruling.state().label(),
                ruling.proposed().by().equals(me.accountId().value()),
                step(ruling.proposed()),
                ruling.decided() == null ? null : step(ruling.decided()),
                ruling.shares().stream().map(seats::view).toList());
    }

    private static LostTimeStepView step(Ruling.Step step) {
        return new LostTimeStepView(step.at(), step.label(), step.words());
    }

    private Seats seats(SittingId sitting) {
        Map<AdmissionId, Admission> seats =
                admissions.ofSitting(sitting).stream().collect(Collectors.toMap(Admission::id, Function.identity()));
        Map<AttemptId, AdmissionId> attempts = supervision.worked(sitting).stream()
                .collect(Collectors.toMap(Supervision.Worked::attemptId, Supervision.Worked::admissionId));
        return new Seats(seats, attempts, admissions.cards(sitting));
    }

    private record Seats(
            Map<AdmissionId, Admission> seats,
            Map<AttemptId, AdmissionId> attempts,
            Map<AdmissionId, CandidateCard> cards) {

        LostTimeShareView view(Ruling.Share share) {
            AdmissionId admission = attempts.get(share.attempt());
            Admission seat = admission == null ? null : seats.get(admission);
            CandidateCard card = admission == null ? null : cards.get(admission);
            return new LostTimeShareView(
                    share.attempt().value(),
                    card == null ? "" : card.name(),
                    seat == null ? "" : "%s %s %02d 座".formatted(seat.site(), seat.room(), seat.seat()),
                    share.lostSeconds(),
                    share.minutes(),
                    share.outcome());
        }
    }
}
