package io.tanshi.enrolment.rulings;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.rulings.RulingViews.MajorQuestion;
import io.tanshi.enrolment.rulings.RulingViews.RulingsPage;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Precedents: read by reviewers and administrators, made by reviewers. */
@RestController
@RequestMapping("/api/rulings")
class RulingController {

    private static final int PAGE = 50;

    private final RulingPages pages;
    private final MajorRulingDesk desk;

    RulingController(RulingPages pages, MajorRulingDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    record MajorRulingRequest(
            @NotNull(message = "请选认定结果") Boolean related,

            @NotBlank(message = "请写明理由") @Size(max = 300, message = "最多 300 字")
            String reason) {}

    record RulingRevocation(
            @NotBlank(message = "请写明撤销的原因") @Size(max = 300, message = "最多 300 字")
            String reason) {}

    @GetMapping
    @Requires({Role.REVIEWER, Role.ADMINISTRATOR})
    RulingsPage rulings(
            @RequestParam(defaultValue = "") String ruleSet,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page) {
        return pages.page(ruleSet, search, Math.max(0, page), PAGE);
    }

    @GetMapping("/applications/{id}")
    @Requires(Role.REVIEWER)
    MajorQuestion majorQuestion(@PathVariable UUID id) {
        return pages.question(new ApplicationId(id));
    }

    @PostMapping("/applications/{id}")
    @Requires(Role.REVIEWER)
    MajorQuestion ruleOnMajor(@PathVariable UUID id, @Valid @RequestBody MajorRulingRequest body, CurrentAccount me) {
        desk.rule(new ApplicationId(id), body.related(), body.reason().strip(), me.actor());
        return pages.question(new ApplicationId(id));
    }

    @PostMapping("/{id}/revocation")
    @Requires({Role.REVIEWER, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeRuling(@PathVariable UUID id, @Valid @RequestBody RulingRevocation body, CurrentAccount me) {
        desk.revoke(id, body.reason().strip(), me.actor());
    }
}
