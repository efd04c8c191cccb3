package io.tanshi.identity.privacy;

import io.tanshi.identity.register.RetainedKind.Due;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Terms of keeping, what a purge would remove, and what the last ones did. */
@RestController
@RequestMapping("/api/admin/privacy/retention")
@Requires(Role.ADMINISTRATOR)
class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    /**
     * @param changedBy absent while the default of this installation is in force
     * @param removable how many a purge would remove now
     * @param kept how many past their term stay because something else needs them
     */
    record RetentionRuleView(
            String code,
            String label,
            String countedFrom,
            int months,
            int defaultMonths,
            @Nullable String changedBy,
            int removable,
            int kept) {}

    record PurgeRunView(Instant at, String by, String kind, int months, int removed, int kept) {}

    record RetentionView(List<RetentionRuleView> rules, List<PurgeRunView> runs) {}

    record RetentionChangeRequest(
            @Min(value = 1, message = "至少 1 个月") @Max(value = 600, message = "最多 600 个月")
            int months,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因最多 200 字")
            String reason) {}

    @GetMapping
    RetentionView retention() {
        return new RetentionView(
                retention.rules().stream().map(this::view).toList(),
                retention.runs().stream()
                        .map(run -> new PurgeRunView(
                                run.at().toInstant(),
                                run.by(),
                                run.kind(),
                                run.months(),
                                run.removed(),
                                run.kept()))
                        .toList());
    }

    private RetentionRuleView view(Retention.Rule rule) {
        Due due = retention.due(rule);
        return new RetentionRuleView(
                rule.kind().code(),
                rule.kind().label(),
                rule.kind().countedFrom(),
                rule.months(),
                rule.kind().defaultMonths(),
                rule.changedBy(),
                due.removable(),
                due.kept());
    }

    @PutMapping("/{code}")
    RetentionView changeRetention(
            @PathVariable String code, @Valid @RequestBody RetentionChangeRequest body, CurrentAccount me) {
        retention.change(code, body.months(), body.reason().strip(), me.actor());
        return retention();
    }

    /** The purge of the day, now. */
    @PostMapping("/purge")
    RetentionView purgeNow(CurrentAccount me) {
        retention.purge(me.actor());
        return retention();
    }
}
