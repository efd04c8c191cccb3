package io.tanshi.delivery.invigilation;

import io.tanshi.delivery.runner.MachineChanges;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets candidates go on at another machine, and says when nobody has to. */
@RestController
class MachineChangeController {

    private final MachineChanges machines;

    MachineChangeController(MachineChanges machines) {
        this.machines = machines;
    }

    /** @param reason may be empty for a release: that the person was looked at is its meaning */
    record MachineDecisionRequest(
            boolean release,
            @NotNull @Size(max = 200, message = "最多 200 字") String reason) {}

    /** @param silentFromSeconds how long a machine must have been silent for it */
    record MachineChangePolicyView(boolean silentMayMove, long silentFromSeconds) {}

    record MachineChangePolicyRequest(boolean silentMayMove) {}

    @PostMapping("/api/invigilator/sittings/{id}/machine-requests/{request}/decision")
    @Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideMachine(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @Valid @RequestBody MachineDecisionRequest body,
            CurrentAccount me) {
        machines.decide(
                new SittingId(id), request, body.release(), body.reason().strip(), me.actor());
    }

    @GetMapping("/api/admin/exam/sittings/{id}/machine-changes")
    @Requires(Role.ADMINISTRATOR)
    MachineChangePolicyView machineChanges(@PathVariable UUID id) {
        return policy(new SittingId(id));
    }

    @PutMapping("/api/admin/exam/sittings/{id}/machine-changes")
    @Requires(Role.ADMINISTRATOR)
    MachineChangePolicyView setMachineChanges(
            @PathVariable UUID id, @Valid @RequestBody MachineChangePolicyRequest body, CurrentAccount me) {
        machines.setSilentMayMove(new SittingId(id), body.silentMayMove(), me.actor());
        return policy(new SittingId(id));
    }

    private MachineChangePolicyView policy(SittingId sitting) {
        return new MachineChangePolicyView(machines.silentMayMove(sitting), MachineChanges.SILENT_FROM.toSeconds());
    }
}
