package io.tanshi.identity.institutions;

import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.accounts.InstitutionStaff;
import io.tanshi.identity.institutions.InstitutionViews.InstitutionLine;
import io.tanshi.identity.institutions.InstitutionViews.InstitutionPage;
import io.tanshi.identity.people.Institutions.Authorisation;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/institutions")
@Requires(Role.ADMINISTRATOR)
class InstitutionController {

    private final InstitutionStore store;
    private final InstitutionDesk desk;
    private final InstitutionHistory history;
    private final InstitutionStaff staff;
    private final InstitutionRegister register;
    private final Clock clock;

    InstitutionController(
            InstitutionStore store,
            InstitutionDesk desk,
            InstitutionHistory history,
            InstitutionStaff staff,
            InstitutionRegister register,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.history = history;
        this.staff = staff;
        this.register = register;
        this.clock = clock;
    }

    record NewInstitutionRequest(
            @NotBlank @Pattern(regexp = "[A-Z0-9]{2,12}", message = "2–12 位大写字母或数字")
            String code,

            @NotBlank @Size(max = 60, message = "最多 60 字") String name,
            @NotBlank @Size(max = 80, message = "最多 80 字") String contact) {}

    record CreatedInstitution(InstitutionId id) {}

    record InstitutionRequest(
            int version,

            @NotBlank(message = "请填写机构全称") @Size(max = 60, message = "最多 60 字")
            String name,

            @NotBlank(message = "请填写部门和电话") @Size(max = 80, message = "最多 80 字")
            String contact,

            @Nullable @Size(max = 40, message = "最多 40 字") String contactPerson,
            @Nullable @Size(max = 30, message = "最多 30 字") String contactPhone,

            @Nullable @Email(message = "不是邮箱地址") @Size(max = 80, message = "最多 80 字")
            String contactEmail,

            @Nullable @Size(max = 40, message = "最多 40 字") String authorisationNumber,
            @Nullable LocalDate authorisedFrom,
            @Nullable LocalDate authorisedTo,
            @NotNull Set<String> levels,

            @NotBlank(message = "请写明修改原因") @Size(max = 200, message = "最多 200 字")
            String reason) {

        Institution.Details details() {
            return new Institution.Details(
                    name.strip(),
                    contact.strip(),
                    person(),
                    new Authorisation(filled(authorisationNumber), authorisedFrom, authorisedTo, levels));
        }

        private Institution.@Nullable Contact person() {
            String person = filled(contactPerson);
            String phone = filled(contactPhone);
            String email = filled(contactEmail);
            return person == null && phone == null && email == null
                    ? null
                    : new Institution.Contact(orEmpty(person), orEmpty(phone), orEmpty(email));
        }

        private static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        @Override
        public String toString() {
            return "InstitutionRequest[protected]";
        }
    }

    /** Why an institution is suspended or resumed. */
    record InstitutionActRequest(
            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    record HandoverRequest(
            @NotNull(message = "请选接手的人") UUID to,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping
    List<InstitutionLine> institutions() {
        LocalDate today = LocalDate.now(clock);
        return store.all().stream()
                .map(institution -> InstitutionLine.of(institution, today))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedInstitution create(@Valid @RequestBody NewInstitutionRequest body, CurrentAccount me) {
        return new CreatedInstitution(register.create(
                new InstitutionRegister.NewInstitution(body.code(), body.name(), body.contact()), me.actor()));
    }

    @GetMapping("/{id}")
    InstitutionPage institution(@PathVariable UUID id) {
        InstitutionId institution = new InstitutionId(id);
        return InstitutionPage.of(
                desk.known(institution), LocalDate.now(clock), staff.of(institution, null), history.of(institution));
    }

    @PutMapping("/{id}")
    InstitutionPage changeInstitution(
            @PathVariable UUID id, @Valid @RequestBody InstitutionRequest body, CurrentAccount me) {
        desk.change(
                new InstitutionId(id),
                body.version(),
                body.details(),
                body.reason().strip(),
                me.actor());
        return institution(id);
    }

    @PostMapping("/{id}/suspension")
    InstitutionPage suspendInstitution(
            @PathVariable UUID id, @Valid @RequestBody InstitutionActRequest body, CurrentAccount me) {
        desk.suspend(new InstitutionId(id), body.reason().strip(), me.actor());
        return institution(id);
    }

    @PostMapping("/{id}/resumption")
    InstitutionPage resumeInstitution(
            @PathVariable UUID id, @Valid @RequestBody InstitutionActRequest body, CurrentAccount me) {
        desk.resume(new InstitutionId(id), body.reason().strip(), me.actor());
        return institution(id);
    }

    @PostMapping("/{id}/handover")
    InstitutionPage handOver(@PathVariable UUID id, @Valid @RequestBody HandoverRequest body, CurrentAccount me) {
        InstitutionId institution = new InstitutionId(id);
        desk.known(institution);
        staff.handOver(institution, new AccountId(body.to()), body.reason().strip(), me.actor());
        return institution(id);
    }
}
