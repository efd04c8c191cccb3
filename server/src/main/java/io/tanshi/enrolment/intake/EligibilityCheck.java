package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.MajorRuling;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.MaterialNeeds;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a clause of the level holds, and whether the years of work can be true. */
final class EligibilityCheck {

    private static final int WORKING_AGE = 16;

    private final EligibilityRules rules;
    private final BatchTerms terms;
    private final LocalDate asOf;

    EligibilityCheck(BatchTerms terms) {
        this.rules = new EligibilityRules(terms.ruleSet(), terms.rulings());
        this.terms = terms;
        this.asOf = terms.asOf();
    }

    /** The verdict, empty when the row does not say enough. */
    Optional<EligibilityVerdict> check(Applicant applicant, Findings findings) {
        Optional<Level> level = applicant.level();
        Optional<Qualification> person = applicant.qualification();
        if (level.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        EligibilityVerdict verdict = rules.judge(level.get(), person.get(), asOf);
        if (verdict.needsRulingOnMajor()) {
            findings.notice("major-needs-ruling", rulingWords(verdict, person.get()));
        } else if (!verdict.isEligible()) {
            findings.block(notEligible(level.get(), verdict));
        }
        verdict.decidingPrecedent()
                .filter(MajorRuling::related)
                .ifPresent(ruling -> findings.notice(
                        "major-by-precedent", "专业“" + person.get().major() + "”" + ruling.words() + "。"));
        return Optional.of(verdict);
    }

    /** The papers asked of the applicant; a certificate that stands in our own register needs no copy. */
    Set<Material> papers(Applicant applicant, Optional<EligibilityVerdict> verdict, Findings findings) {
        Clause reliedOn = verdict.flatMap(EligibilityVerdict::reliedOn).orElse(null);
        Set<Material> asked = EnumSet.noneOf(Material.class);
        for (Material material : Material.values()) {
            if (terms.papers().asksFor(material.code(), reliedOn)) {
                asked.add(material);
            }
        }
        if (inRegister(applicant, findings)
                && terms.papers().of(MaterialNeeds.OTHER_PROOF) == MaterialNeeds.Need.BY_CLAUSE
                && reliesOnOwn(reliedOn)) {
            asked.remove(Material.OTHER);
        }
        return asked;
    }

    private static boolean reliesOnOwn(@Nullable Clause reliedOn) {
        return reliedOn != null
                && reliedOn.certificate() != null
                && reliedOn.certificate().series() == Clause.Series.OWN;
    }

    /** Looks an earlier certificate of our own series up; the reviewer's evidence says when it is not found. */
    private boolean inRegister(Applicant applicant, Findings findings) {
        BatchTerms.Register register = terms.register();
        Qualification.EarlierCertificate held = applicant
                .qualification()
                .map(Qualification::certificate)
                .filter(certificate -> certificate.series() == Clause.Series.OWN)
                .orElse(null);
        if (register == null || held == null) {
            return false;
        }
        Optional<LocalDate> issued = register.issuedOn(applicant.documentNumber(), held.level());
        if (issued.isEmpty()) {
            return false;
        }
        String differs = YearMonth.from(issued.get()).equals(held.since()) ? "" : "；填报的取得时间 " + held.since() + " 与登记不同";
        findings.notice("certificate-in-register", "本系统登记：" + issued.get() + " 发证" + differs + "。");
        return true;
    }

    /** A notice when the years exceed the time since graduation or since working age. */
    void years(Applicant applicant, Optional<ResidentId> id, Findings findings) {
        Optional<Integer> worked = applicant.workMonths();
        if (worked.isEmpty()) {
            return;
        }
        long sinceGraduation = applicant
                .graduated()
                .map(month -> month.until(YearMonth.from(asOf), ChronoUnit.MONTHS))
                .orElse(Long.MAX_VALUE);
        long sinceWorkingAge = id.map(
                        number -> number.birthDate().plusYears(WORKING_AGE).until(asOf, ChronoUnit.MONTHS))
                .orElse(Long.MAX_VALUE);
        if (worked.get() > Math.min(sinceGraduation, sinceWorkingAge)) {
            String since = sinceGraduation < sinceWorkingAge ? "毕业" : "年满 16 周岁";
            findings.notice("years-implausible", "从事相关工作年限多于" + since + "至今的时间，审核时请核对工作证明。");
        }
    }

    private static String rulingWords(EligibilityVerdict verdict, Qualification person) {
        String clauses =
                verdict.awaitingRuling().stream().map(clause -> clause.label()).collect(Collectors.joining("、"));
        return "专业“" + person.major() + "”不在相关专业名单中；若认定为相关专业则符合" + clauses + "，由审核人员裁定。";
    }

    private static RowProblem notEligible(Level level, EligibilityVerdict verdict) {
        String misses = verdict.nearestMisses().stream()
                .map(EligibilityVerdict.Miss::words)
                .collect(Collectors.joining("；或 "));
        return new RowProblem(
                "not-eligible",
                Column.LEVEL.label(),
                "不符合" + level.label() + "的任何一条申报条件。最接近的：" + misses + "。",
                "请核对学历、专业、年限和证书；确有依据的可附材料申请人工裁定，或改报其他级别。",
                level.label(),
                "符合" + level.label() + "任一条件");
    }
}
