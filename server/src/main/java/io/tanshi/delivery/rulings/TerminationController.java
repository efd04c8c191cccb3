package io.tanshi.delivery.rulings;

import io.tanshi.delivery.AttemptId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The end of an attempt by two persons. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class TerminationController {

    private final TerminationDesk desk;

    TerminationController(TerminationDesk desk) {
        this.desk = desk;
    }

    record TerminationRequest(
            @NotNull UUID attemptId,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    record TerminationDecisionRequest(boolean confirm) {}

    /** @param own whether the asking person has proposed it, and so cannot confirm it */
    record TerminationView(UUID id, UUID attemptId, String reason, Instant at, String by, boolean own) {}

    /** Those that wait for a second person. */
    @GetMapping("/api/invigilator/sittings/{id}/terminations")
    List<TerminationView> open(@PathVariable UUID id, CurrentAccount me) {
        return desk.open(new SittingId(id)).stream()
                .map(p -> new TerminationView(
                        p.id(),
                        p.attempt().value(),
                        p.reason(),
                        p.at(),
                        p.label(),
                        p.by().equals(me.accountId().value())))
                .toList();
    }

    @PostMapping("/api/invigilator/sittings/{id}/terminations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void propose(@PathVariable UUID id, @Valid @RequestBody TerminationRequest body, CurrentAccount me) {
        desk.propose(
                new SittingId(id),
                new AttemptId(body.attemptId()),
                body.reason().strip(),
                me.actor());
    }

    @PostMapping("/api/invigilator/sittings/{id}/terminations/{proposal}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable UUID id,
            @PathVariable UUID proposal,
            @Valid @RequestBody TerminationDecisionRequest body,
            CurrentAccount me) {
        desk.decide(new SittingId(id), proposal, body.confirm(), me.actor());
    }
}
