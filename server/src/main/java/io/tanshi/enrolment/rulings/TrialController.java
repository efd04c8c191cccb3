package io.tanshi.enrolment.rulings;

import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.rulings.TrialViews.RuleReplay;
import io.tanshi.enrolment.rulings.TrialViews.TrialVerdict;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The administrator's simulator. */
@RestController
@RequestMapping("/api/admin/rule-trial")
@Requires(Role.ADMINISTRATOR)
class TrialController {

    private final RuleTrial trial;

    TrialController(RuleTrial trial) {
        this.trial = trial;
    }

    /** @param continuousMonths the longest stretch; absent: all of them at a stretch */
    record TrialRequest(
            @NotNull @Size(min = 1, max = 2, message = "选一版或两版条件")
            List<@NotBlank String> ruleSets,

            @NotNull(message = "请选级别") Level level,
            @NotNull(message = "请选学历") Education education,

            @NotBlank(message = "请填写专业") @Size(max = 40, message = "最多 40 字")
            String major,

            @Min(value = 0, message = "不能小于 0") @Max(value = 720, message = "不能大于 720")
            int months,

            @Nullable @Min(value = 0, message = "不能小于 0") Integer continuousMonths,
            @Nullable @Valid TrialCertificate certificate,
            @NotNull(message = "请选截止日") LocalDate asOf) {

        @AssertTrue(message = "连续月数不能多于累计月数")
        boolean isContinuousWithinTotal() {
            return continuousMonths == null || continuousMonths <= months;
        }

        Qualification person() {
            return new Qualification(
                    education,
                    major.strip(),
                    months,
                    continuousMonths,
                    certificate == null
                            ? null
                            : new Qualification.EarlierCertificate(
                                    certificate.series(), certificate.level(), certificate.since()));
        }
    }

    record TrialCertificate(
            @NotNull Clause.Series series,
            @NotNull(message = "请选证书级别") Level level,
            @NotNull(message = "请填写取得月份") YearMonth since) {}

    record ReplayRequest(
            @NotNull(message = "请选考期") UUID sitting,
            @NotBlank(message = "请选条件版本") String ruleSet) {}

    @PostMapping
    List<TrialVerdict> tryRules(@Valid @RequestBody TrialRequest body) {
        return body.ruleSets().stream()
                .map(code -> trial.judge(code, body.level(), body.person(), body.asOf()))
                .toList();
    }

    @PostMapping("/replay")
    RuleReplay replayRules(@Valid @RequestBody ReplayRequest body) {
        return trial.replay(new SittingId(body.sitting()), body.ruleSet());
    }
}
