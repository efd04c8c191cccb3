package io.tanshi.identity.institutions;

import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/institutions")
@Requires(Role.ADMINISTRATOR)
class InstitutionController {

    private final Institutions institutions;
    private final InstitutionRegister register;

    InstitutionController(Institutions institutions, InstitutionRegister register) {
        this.institutions = institutions;
        this.register = register;
    }

    record NewInstitutionRequest(
            @NotBlank @Pattern(regexp = "[A-Z0-9]{2,12}", message = "2–12 位大写字母或数字")
            String code,

            @NotBlank @Size(max = 60, message = "最多 60 字") String name,
            @NotBlank @Size(max = 80, message = "最多 80 字") String contact) {}

    record CreatedInstitution(InstitutionId id) {}

    @GetMapping
    List<Institutions.InstitutionView> institutions() {
        return institutions.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedInstitution create(@Valid @RequestBody NewInstitutionRequest body, CurrentAccount me) {
        return new CreatedInstitution(register.create(
                new InstitutionRegister.NewInstitution(body.code(), body.name(), body.contact()), me.actor()));
    }
}
