package io.tanshi.delivery.lockdown;

import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.AdmissionId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an invigilator decides about locks, each with a reason. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class LockRulingController {

    private static final int MOST = 20_000;

    private final LockDesk desk;

    LockRulingController(LockDesk desk) {
        this.desk = desk;
    }

    /** @param ids attempts to be released, or admissions to be exempted */
    record LockRulingRequest(
            @NotEmpty(message = "请选择考生") @Size(max = MOST) List<@NotNull UUID> ids,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    /** @param refused to whom it does not apply; nothing was done to them */
    record LockRulingView(int done, List<UUID> refused) {}

    @PostMapping("/api/invigilator/sittings/{id}/lock-releases")
    LockRulingView release(@PathVariable UUID id, @Valid @RequestBody LockRulingRequest body, CurrentAccount me) {
        List<AttemptId> refused = desk.release(
                body.ids().stream().map(AttemptId::new).toList(),
                new SittingId(id),
                body.reason().strip(),
                me.actor());
        return view(body, refused.stream().map(AttemptId::value).toList());
    }

    @PostMapping("/api/invigilator/sittings/{id}/lock-exemptions")
    LockRulingView exempt(@PathVariable UUID id, @Valid @RequestBody LockRulingRequest body, CurrentAccount me) {
        List<AdmissionId> refused = desk.exempt(
                body.ids().stream().map(AdmissionId::new).toList(),
                new SittingId(id),
                body.reason().strip(),
                me.actor());
        return view(body, refused.stream().map(AdmissionId::value).toList());
    }

    private static LockRulingView view(LockRulingRequest body, List<UUID> refused) {
        return new LockRulingView((int) body.ids().stream().distinct().count() - refused.size(), refused);
    }
}
