package io.tanshi.programme.conditions;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Clause;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.conditions.ConditionsViews.ClauseData;
import io.tanshi.programme.conditions.ConditionsViews.ConditionsInForce;
import io.tanshi.programme.conditions.ConditionsViews.ConditionsPage;
import io.tanshi.programme.conditions.ConditionsViews.RuleVersionPage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conditions and papers: published by the administrator, read by the reviewers. */
@RestController
class ConditionsController {

    private static final String ADMIN = "/api/admin/conditions";

    private final ConditionsPages pages;
    private final RuleDraftDesk drafts;
    private final SittingConditionsDesk sittings;

    ConditionsController(ConditionsPages pages, RuleDraftDesk drafts, SittingConditionsDesk sittings) {
        this.pages = pages;
        this.drafts = drafts;
        this.sittings = sittings;
    }

    record NewRuleDraft(
            @NotBlank(message = "请选以哪一版为底稿") String basedOn,

            @NotBlank(message = "请填写代号") @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,39}", message = "3–40 位小写字母、数字或横线")
            String code,

            @NotBlank(message = "请填写名称") @Size(max = 60, message = "最多 60 字")
            String title) {}

    record RuleDraftRequest(
            int version,

            @NotBlank(message = "请填写名称") @Size(max = 60, message = "最多 60 字")
            String title,

            @NotBlank(message = "请写明出处") @Size(max = 200, message = "最多 200 字")
            String source,

            boolean otherMajorExclusive,

            @NotNull @Size(max = 200, message = "最多 200 个专业")
            List<@NotBlank @Size(max = 40) String> relatedMajors,

            @NotNull @Size(max = 60, message = "最多 60 条") List<@Valid ClauseData> clauses,
            @NotNull @Size(max = 40, message = "最多 40 条") List<@NotBlank @Size(max = 300) String> notes) {

        RuleSet ruleSet(String code) {
            List<Clause> sorted = clauses.stream()
                    .map(ClauseData::clause)
                    .sorted(Comparator.comparing(Clause::level).thenComparing(Clause::number))
                    .toList();
            return new RuleSet(
                    code,
                    title.strip(),
                    source.strip(),
                    otherMajorExclusive,
                    relatedMajors.stream().map(String::strip).collect(Collectors.toCollection(LinkedHashSet::new)),
                    sorted,
                    notes.stream().map(String::strip).toList());
        }
    }

    record RulePublicationRequest(
            int version,

            @NotBlank(message = "请写明发布的依据") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    /** @param seen the rule set that the page showed */
    record RuleSetAssignment(
            @NotBlank String seen,
            @NotBlank(message = "请选一版条件") String ruleSet,
            boolean confirmed,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    /** @param seen what the page showed, by code */
    record MaterialsRequest(
            @NotNull Map<String, MaterialNeeds.Need> seen,
            @NotNull Map<String, MaterialNeeds.Need> needs,
            boolean confirmed,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping("/api/conditions")
    @Requires({Role.REVIEWER, Role.ADMINISTRATOR})
    ConditionsInForce inForce(@RequestParam(required = false) @Nullable UUID sitting) {
        return pages.inForce(sitting);
    }

    @GetMapping(ADMIN)
    @Requires(Role.ADMINISTRATOR)
    ConditionsPage conditions() {
        return pages.page();
    }

    @GetMapping(ADMIN + "/rule-sets/{code}")
    @Requires(Role.ADMINISTRATOR)
    RuleVersionPage version(@PathVariable String code, @RequestParam(required = false) @Nullable String against) {
        return pages.version(code, against);
    }

    @PostMapping(ADMIN + "/drafts")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    RuleVersionPage draft(@Valid @RequestBody NewRuleDraft body, CurrentAccount me) {
        drafts.begin(body.basedOn(), body.code(), body.title().strip(), me.actor());
        return pages.version(body.code(), null);
    }

    @PutMapping(ADMIN + "/drafts/{code}")
    @Requires(Role.ADMINISTRATOR)
    RuleVersionPage saveDraft(@PathVariable String code, @Valid @RequestBody RuleDraftRequest body, CurrentAccount me) {
        drafts.save(body.ruleSet(code), body.version(), me.actor());
        return pages.version(code, null);
    }

    @DeleteMapping(ADMIN + "/drafts/{code}")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discardDraft(@PathVariable String code, @RequestParam int version, CurrentAccount me) {
        drafts.discard(code, version, me.actor());
    }

    @PostMapping(ADMIN + "/drafts/{code}/publication")
    @Requires(Role.ADMINISTRATOR)
    RuleVersionPage publish(
            @PathVariable String code, @Valid @RequestBody RulePublicationRequest body, CurrentAccount me) {
        drafts.publish(code, body.version(), body.reason().strip(), me.actor());
        return pages.version(code, null);
    }

    @PostMapping(ADMIN + "/sittings/{id}/rule-set")
    @Requires(Role.ADMINISTRATOR)
    ConditionsPage assign(@PathVariable UUID id, @Valid @RequestBody RuleSetAssignment body, CurrentAccount me) {
        sittings.assign(act(id, body.confirmed(), body.reason(), me), body.seen(), body.ruleSet());
        return pages.page();
    }

    @PostMapping(ADMIN + "/sittings/{id}/materials")
    @Requires(Role.ADMINISTRATOR)
    ConditionsPage ask(@PathVariable UUID id, @Valid @RequestBody MaterialsRequest body, CurrentAccount me) {
        sittings.ask(act(id, body.confirmed(), body.reason(), me), body.seen(), body.needs());
        return pages.page();
    }

    private static SittingConditionsDesk.Act act(UUID id, boolean confirmed, String reason, CurrentAccount me) {
        return new SittingConditionsDesk.Act(new SittingId(id), confirmed, reason.strip(), me.actor());
    }
}
