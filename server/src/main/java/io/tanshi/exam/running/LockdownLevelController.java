package io.tanshi.exam.running;

import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The administrator decides how strictly a sitting is locked, until it is opened. */
@RestController
@RequestMapping("/api/admin/exam/sittings/{id}/lockdown")
@Requires(Role.ADMINISTRATOR)
class LockdownLevelController {

    private final Sittings sittings;
    private final SittingRuns runs;
    private final StoredLockdowns lockdowns;

    LockdownLevelController(Sittings sittings, SittingRuns runs, StoredLockdowns lockdowns) {
        this.sittings = sittings;
        this.runs = runs;
        this.lockdowns = lockdowns;
    }

    record LockdownLevelView(LockdownLevel level, String levelLabel, boolean changeable) {}

    record LockdownLevelRequest(
            @NotNull(message = "请选择锁定级别") LockdownLevel level) {}

    @GetMapping
    LockdownLevelView level(@PathVariable UUID id) {
        return view(sitting(id));
    }

    @PutMapping
    LockdownLevelView set(@PathVariable UUID id, @Valid @RequestBody LockdownLevelRequest body, CurrentAccount me) {
        SittingId sitting = sitting(id);
        lockdowns.set(sitting, body.level(), me.actor());
        return view(sitting);
    }

    private LockdownLevelView view(SittingId sitting) {
        LockdownLevel level = lockdowns.of(sitting);
        return new LockdownLevelView(level, level.label(), runs.of(sitting).state() == RunState.PLANNED);
    }

    private SittingId sitting(UUID id) {
        return sittings.find(new SittingId(id))
                .orElseThrow(() -> Problem.notFound("这个考期"))
                .id();
    }
}
