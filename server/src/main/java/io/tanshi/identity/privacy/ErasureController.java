package io.tanshi.identity.privacy;

import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a person's data: proposed by one administrator, confirmed by another. */
@RestController
@Requires(Role.ADMINISTRATOR)
class ErasureController {

    private final Erasure erasure;
    private final People people;

    ErasureController(Erasure erasure, People people) {
        this.erasure = erasure;
        this.people = people;
    }

    /** @param own whether the viewer proposed it and so cannot confirm it */
    record ErasureProposal(
            UUID id, UUID person, String name, String reason, String proposedBy, Instant proposedAt, boolean own) {}

    record PersonErasure(
            List<String> obstacles, @Nullable ErasureProposal proposal) {}

    record ErasureRequest(
            @NotBlank(message = "请写明删除的依据") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping("/api/admin/privacy/erasures")
    List<ErasureProposal> erasureProposals(CurrentAccount me) {
        return erasure.open().stream().map(p -> view(p, me)).toList();
    }

    @GetMapping("/api/admin/people/{id}/erasure")
    PersonErasure personErasure(@PathVariable UUID id, CurrentAccount me) {
        return new PersonErasure(
                erasure.obstacles(id),
                erasure.openFor(id).map(p -> view(p, me)).orElse(null));
    }

    @PostMapping("/api/admin/people/{id}/erasure")
    PersonErasure proposeErasure(@PathVariable UUID id, @Valid @RequestBody ErasureRequest body, CurrentAccount me) {
        erasure.propose(id, body.reason().strip(), me);
        return personErasure(id, me);
    }

    @PostMapping("/api/admin/privacy/erasures/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmErasure(@PathVariable UUID id, CurrentAccount me) {
        erasure.confirm(id, me);
    }

    @PostMapping("/api/admin/privacy/erasures/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawErasure(@PathVariable UUID id, CurrentAccount me) {
        erasure.withdraw(id, me);
    }

    private ErasureProposal view(Erasure.Proposal proposal, CurrentAccount me) {
        return new ErasureProposal(
                proposal.id(),
                proposal.person().value(),
                people.view(proposal.person()).name(),
                proposal.reason(),
                proposal.byLabel(),
                proposal.at().toInstant(),
                proposal.by().equals(me.accountId().value()));
    }
}
