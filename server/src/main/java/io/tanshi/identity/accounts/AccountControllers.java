package io.tanshi.identity.accounts;

import io.tanshi.identity.StaffAccounts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Upkeep of staff accounts, and the pages on which an owner sets the first password. */
@RestController
class AccountControllers {

    private final AccountOffice office;
    private final Accounts accounts;
    private final FirstRun firstRun;

    AccountControllers(AccountOffice office, Accounts accounts, FirstRun firstRun) {
        this.office = office;
        this.accounts = accounts;
        this.firstRun = firstRun;
    }

    record StaffAccountView(
            UUID id,
            String username,
            String displayName,
            List<Role> roles,
            @Nullable String institutionName,
            String status,
            @Nullable OffsetDateTime lastSignInAt,
            boolean own) {}

    record StaffInvitationRequest(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{3,40}", message = "3–40 位字母、数字、点、横线或下划线")
            String username,

            @NotBlank @Size(max = 40, message = "最多 40 字") String displayName,
            @NotEmpty(message = "至少选一个角色") Set<Role> roles,
            @Nullable UUID institutionId) {}

    /** Why an account is suspended, resumed or reset; kept in the audit trail. */
    record AccountActRequest(
            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因最多 200 字")
            String reason) {}

    record OneTimeCodeView(UUID accountId, String code) {}

    record ActivationRequest(
            @NotBlank(message = "请填写激活码") @Size(max = 40) String code,
            @Nullable @Size(max = 4) String idNumberLast4,
            @NotBlank(message = "请填写密码") @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "ActivationRequest[protected]";
        }
    }

    record SetupView(boolean needed) {}

    record SetupRequest(
            @NotBlank(message = "请填写启动时打印的设置码") @Size(max = 40)
            String code,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{3,40}", message = "3–40 位字母、数字、点、横线或下划线")
            String username,

            @NotBlank @Size(max = 40) String displayName,
            @NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "SetupRequest[protected]";
        }
    }

    @GetMapping("/api/admin/accounts")
    @Requires(Role.ADMINISTRATOR)
    List<StaffAccountView> accounts(CurrentAccount me) {
        return accounts.staff().stream()
                .map(a -> new StaffAccountView(
                        a.id().value(),
                        a.username(),
                        a.displayName(),
                        a.roles().stream().sorted().toList(),
                        a.institutionName(),
                        a.status(),
                        a.lastSignInAt(),
                        a.id().equals(me.accountId())))
                .toList();
    }

    @PostMapping("/api/admin/accounts")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    OneTimeCodeView invite(@Valid @RequestBody StaffInvitationRequest body, CurrentAccount me) {
        UUID institution = body.institutionId();
        StaffAccounts.Invitation invitation = office.invite(
                new StaffAccounts.NewStaff(
                        body.username(),
                        body.displayName(),
                        body.roles(),
                        institution == null ? null : new InstitutionId(institution)),
                me.actor());
        return new OneTimeCodeView(invitation.accountId().value(), invitation.code());
    }

    @PostMapping("/api/admin/accounts/{id}/suspension")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        office.suspend(new AccountId(id), body.reason(), me.actor());
    }

    @PostMapping("/api/admin/accounts/{id}/resumption")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        office.resume(new AccountId(id), body.reason(), me.actor());
    }

    @PostMapping("/api/admin/accounts/{id}/reset")
    @Requires(Role.ADMINISTRATOR)
    OneTimeCodeView reset(@PathVariable UUID id, @Valid @RequestBody AccountActRequest body, CurrentAccount me) {
        return new OneTimeCodeView(id, office.reset(new AccountId(id), body.reason(), me.actor()));
    }

    @PostMapping("/api/activation")
    @PublicEndpoint("the one-time code is the credential")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@Valid @RequestBody ActivationRequest body) {
        office.activate(body.code(), body.idNumberLast4(), body.password());
    }

    @GetMapping("/api/setup")
    @PublicEndpoint("tells the first visitor that an administrator is to be made")
    SetupView setup() {
        return new SetupView(firstRun.isNeeded());
    }

    @PostMapping("/api/setup")
    @PublicEndpoint("the setup code printed at the first start is the credential")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setUp(@Valid @RequestBody SetupRequest body) {
        firstRun.createAdministrator(body.code(), body.username(), body.displayName(), body.password());
    }
}
