package io.tanshi.delivery.emergency;

import io.tanshi.delivery.emergency.EmergencyBook.State;
import io.tanshi.delivery.jooq.tables.records.EmergencyFileRecord;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An invigilator brings a file in; another person decides about what may not count by itself. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class EmergencyController {

    private final EmergencyDesk desk;

    EmergencyController(EmergencyDesk desk) {
        this.desk = desk;
    }

    /** @param admit whether the answers given in time are let in */
    record EmergencyDecisionRequest(
            boolean admit,

            @NotBlank(message = "请写明理由") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    /**
     * @param entries that the server did not have
     * @param taken of these, what counts without a decision
     * @param branched of these, what stands against answers from another machine
     * @param conflicts items that were changed on both
     * @param firstGiven the candidate's clock, as {@code lastGiven} and {@code savedAt}; {@code receivedAt} is the server's
     * @param mayDecide false for the one who brought it in
     */
    record EmergencyFileView(
            UUID id,
            UUID attemptId,
            State state,
            String stateLabel,
            int entries,
            int taken,
            int branched,
            int conflicts,
            long firstSeq,
            long lastSeq,
            OffsetDateTime firstGiven,
            OffsetDateTime lastGiven,
            OffsetDateTime savedAt,
            OffsetDateTime receivedAt,
            OffsetDateTime deadline,
            String receivedBy,
            boolean mayDecide,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {}

    @GetMapping("/api/invigilator/sittings/{id}/emergency-files")
    List<EmergencyFileView> files(@PathVariable UUID id, CurrentAccount me) {
        return desk.of(new SittingId(id)).stream().map(row -> view(row, me)).toList();
    }

    @PostMapping("/api/invigilator/sittings/{id}/emergency-files")
    EmergencyFileView take(@PathVariable UUID id, @Valid @RequestBody EmergencyFileRequest body, CurrentAccount me) {
        return view(desk.take(new SittingId(id), body, me.actor()), me);
    }

    @PostMapping("/api/invigilator/emergency-files/{id}/decision")
    EmergencyFileView decide(
            @PathVariable UUID id, @Valid @RequestBody EmergencyDecisionRequest body, CurrentAccount me) {
        return view(desk.decide(id, body.admit(), body.reason().strip(), me.actor()), me);
    }

    private static EmergencyFileView view(EmergencyFileRecord row, CurrentAccount me) {
        State state = State.valueOf(row.getState());
        return new EmergencyFileView(
                row.getId(),
                row.getAttemptId(),
                state,
                state.label(),
                row.getEntries(),
                row.getTaken(),
                row.getBranched(),
                row.getConflicts(),
                row.getFirstSeq(),
                row.getLastSeq(),
                row.getFirstGiven(),
                row.getLastGiven(),
                row.getSavedAt(),
                row.getReceivedAt(),
                row.getDeadline(),
                row.getReceivedByLabel(),
                state == State.WAITING && !row.getReceivedBy().equals(me.actor().id()),
                row.getDecidedAt(),
                row.getDecidedByLabel(),
                row.getReason());
    }
}
