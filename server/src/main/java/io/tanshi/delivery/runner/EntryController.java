package io.tanshi.delivery.runner;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.ExamViews.ExamCardView;
import io.tanshi.delivery.runner.ExamViews.ExamEntryView;
import io.tanshi.exam.CandidateCard;
import io.tanshi.exam.EntryDecision;
import io.tanshi.exam.EntryRefusal;
import io.tanshi.exam.ExamEntry;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door: ticket number, document number and room code against a signed sitting token. */
@RestController
class EntryController {

    private final ExamEntry door;
    private final SittingRuns runs;
    private final AttemptDesk desk;
    private final SittingTokens tokens;
    private final ServerTime time;

    EntryController(ExamEntry door, SittingRuns runs, AttemptDesk desk, SittingTokens tokens, ServerTime time) {
        this.door = door;
        this.runs = runs;
        this.desk = desk;
        this.tokens = tokens;
        this.time = time;
    }

    /**
     * @param machine a secret that the browser keeps; without it the machine is known to nobody
     * @param machineLabel system and browser in words
     * @param anew asks once more for a release that was refused
     */
    record ExamEntryRequest(
            @NotBlank(message = "请填写准考证号") @Size(max = 40) String ticketNumber,
            @NotBlank(message = "请填写证件号") @Size(max = 40) String documentNumber,
            @NotBlank(message = "请填写考场代码") @Size(max = 40) String roomCode,
            @Nullable UUID machine,
            @Nullable @Size(max = 80) String machineLabel,
            @Nullable Boolean anew) {

        @Override
        public String toString() {
            return "ExamEntryRequest[protected]";
        }
    }

    @PostMapping("/api/exam/entry")
    @PublicEndpoint("ticket number, document number and room code together are the credential; rate-limited by exam")
    ExamEntryView enter(@Valid @RequestBody ExamEntryRequest body, HttpServletRequest request) {
        return switch (door.admit(
                body.ticketNumber(), body.documentNumber(), body.roomCode(), request.getRemoteAddr())) {
            case EntryDecision.Admitted admitted ->
                admitted(admitted, Machine.of(body.machine(), body.machineLabel()), Boolean.TRUE.equals(body.anew()));
            case EntryDecision.Refused refused ->
                throw Problem.of(
                        refused.reason() == EntryRefusal.TOO_MANY_ATTEMPTS
                                ? DeliveryError.TOO_MANY_ENTRIES
                                : DeliveryError.ENTRY_REFUSED,
                        refused.words());
        };
    }

    private ExamEntryView admitted(EntryDecision.Admitted admitted, @Nullable Machine machine, boolean anew) {
        CandidateCard card = admitted.card();
        SittingCandidate candidate = desk.enter(admitted.admission(), card, machine, anew);
        Attempt attempt = desk.own(candidate);
        return new ExamEntryView(
                tokens.issue(candidate),
                candidate.attemptId().value(),
                new ExamCardView(card.name(), card.maskedDocument(), card.photo() != null),
                ExamViews.seat(admitted.admission()),
                ExamViews.rules(runs.of(admitted.admission().sittingId()).rules()),
                ExamViews.news(attempt, time.now(), List.of()));
    }
}
