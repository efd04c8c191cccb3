package io.tanshi.identity.accounts;

import io.tanshi.identity.StaffAccounts.Invitation;
import io.tanshi.identity.accounts.AccountControllers.AccountActRequest;
import io.tanshi.identity.accounts.AccountControllers.OneTimeCodeView;
import io.tanshi.identity.accounts.InstitutionStaff.StaffLine;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An institution's manager keeps the accounts of the own people. */
@RestController
@RequestMapping("/api/institution/staff")
@Requires(Role.INSTITUTION_MANAGER)
class InstitutionStaffController {

    private final InstitutionStaff staff;

    InstitutionStaffController(InstitutionStaff staff) {
        this.staff = staff;
    }

    record OwnStaffInvitation(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{3,40}", message = "3–40 位字母、数字、点、横线或下划线")
            String username,

            @NotBlank(message = "请填写姓名") @Size(max = 40, message = "最多 40 字")
            String displayName) {}

    @GetMapping
    List<StaffLine> ownStaff(CurrentAccount me) {
        return staff.of(me.requireInstitution(), me.accountId());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OneTimeCodeView inviteOwn(@Valid @RequestBody OwnStaffInvitation body, CurrentAccount me) {
        Invitation invitation = staff.invite(
                me.requireInstitution(), body.username(), body.displayName().strip(), me.actor());
        return new OneTimeCodeView(invitation.accountId().value(), invitation.code());
    }

    @PostMapping("/{id}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspendOwn(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        staff.suspend(me.requireInstitution(), new AccountId(id), body.reason(), me.actor());
    }

    @PostMapping("/{id}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resumeOwn(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        staff.resume(me.requireInstitution(), new AccountId(id), body.reason(), me.actor());
    }

    @PostMapping("/{id}/reset")
    OneTimeCodeView resetOwn(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        return new OneTimeCodeView(
                id, staff.reset(me.requireInstitution(), new AccountId(id), body.reason(), me.actor()));
    }

    /** Makes the account the manager; the caller goes on as staff and signs in again. */
    @PostMapping("/{id}/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOverOwn(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        staff.handOver(me.requireInstitution(), new AccountId(id), body.reason(), me.actor());
    }
}
