package io.tanshi.enrolment.review;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.review.ReviewViews.EvidenceView;
import io.tanshi.enrolment.review.ReviewViews.MissView;
import io.tanshi.enrolment.review.ReviewViews.VerdictView;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which numbered clause holds and what in the papers bears it out, or what is missing (§6 check 6 of the screens). */
@Component
class Judgement {

    private final Programmes programmes;

    Judgement(Programmes programmes) {
        this.programmes = programmes;
    }

    VerdictView of(Dossier dossier, Sitting sitting) {
        RuleSet ruleSet = ruleSet(dossier.ruleSet());
        Qualification person = dossier.registration().qualification();
        if (person == null) {
            return new VerdictView(
                    dossier.verdict(),
                    "资料不足，无法判定",
                    null,
                    List.of(),
                    List.of(),
                    ruleSet.code(),
                    sitting.asOf().toString(),
                    ruleSet.notes(),
                    List.of());
        }
        EligibilityVerdict verdict = new EligibilityRules(ruleSet).judge(dossier.level(), person, sitting.asOf());
        Optional<Clause> relied = chosen(dossier, ruleSet, verdict);
        return new VerdictView(
                dossier.verdict(),
                words(dossier, verdict),
                relied.map(Clause::text).orElse(null),
                relied.map(clause -> evidence(clause, person, dossier.registration(), sitting.asOf()))
                        .orElse(List.of()),
                nearestFirst(verdict).stream()
                        .map(miss -> new MissView(miss.clause().number(), miss.words()))
                        .toList(),
                ruleSet.code(),
                sitting.asOf().toString(),
                ruleSet.notes(),
                ruleSet.clausesOf(dossier.level()).stream().map(Clause::number).toList());
    }

    private static List<EligibilityVerdict.Miss> nearestFirst(EligibilityVerdict verdict) {
        Set<EligibilityVerdict.Miss> misses = new LinkedHashSet<>(verdict.nearestMisses());
        misses.addAll(verdict.misses());
        return List.copyOf(misses);
    }

    /** The short form for the queue, from what was stored when it was submitted. */
    static String words(Dossier dossier) {
        return switch (dossier.verdict()) {
            case ELIGIBLE -> "满足 " + dossier.level().label() + "(" + dossier.clause() + ")";
            case NEEDS_RULING -> "待裁定 · 专业未列入";
            case RULING_REQUESTED -> "申请人工裁定";
        };
    }

    private static String words(Dossier dossier, EligibilityVerdict verdict) {
        if (dossier.verdict() != Verdict.ELIGIBLE || !verdict.isEligible()) {
            return words(dossier);
        }
        String numbers =
                verdict.holding().stream().map(c -> "(" + c.number() + ")").collect(Collectors.joining(" "));
        return "满足 " + dossier.level().label() + " " + numbers;
    }

    private static Optional<Clause> chosen(Dossier dossier, RuleSet ruleSet, EligibilityVerdict verdict) {
        Integer number = dossier.clause();
        if (number == null) {
            return verdict.awaitingRuling().stream()
                    .findFirst()
                    .or(() -> verdict.nearestMisses().stream().findFirst().map(EligibilityVerdict.Miss::clause));
        }
        return ruleSet.clausesOf(dossier.level()).stream()
                .filter(clause -> clause.number() == number)
                .findFirst();
    }

    private static List<EvidenceView> evidence(Clause clause, Qualification person, Registration data, LocalDate asOf) {
        List<EvidenceView> rows = new ArrayList<>();
        Clause.Schooling schooling = clause.schooling();
        if (schooling != null) {
            String found =
                    String.join(" ", data.text(Column.SCHOOL), data.text(Column.MAJOR), data.text(Column.EDUCATION));
            rows.add(new EvidenceView(
                    rows.size() + 1,
                    schooling.atLeast().label() + (schooling.major() == Clause.Major.RELATED ? "、相关专业" : ""),
                    found + "，" + data.text(Column.GRADUATED) + " 毕业",
                    person.education().isAtLeast(schooling.atLeast()),
                    person.education().isAtLeast(schooling.atLeast()) ? null : "学历低于要求",
                    DocumentKind.EDUCATION));
        }
        Clause.HeldCertificate certificate = clause.certificate();
        if (certificate != null) {
            rows.add(certificate(rows.size() + 1, certificate, person, data, asOf));
        }
        if (clause.work().months() > 0) {
            rows.add(new EvidenceView(
                    rows.size() + 1,
                    "≥ " + clause.work().months() + " 个月",
                    "填报 " + data.text(Column.WORK_YEARS) + " 年，合 " + person.workMonths() + " 个月",
                    person.workMonths() >= clause.work().months(),
                    missing(clause.work().months() - person.workMonths()),
                    DocumentKind.WORK));
        }
        if (clause.work().continuous()) {
            rows.add(new EvidenceView(
                    rows.size() + 1,
                    "相关、连续",
                    data.text(Column.EMPLOYER) + " " + data.text(Column.POSITION) + "；是否连续见证明原文",
                    null,
                    null,
                    DocumentKind.WORK));
        }
        return rows;
    }

    private static EvidenceView certificate(
            int number, Clause.HeldCertificate wanted, Qualification person, Registration data, LocalDate asOf) {
        String series = wanted.series() == Clause.Series.OWN ? "本系列" : "其他";
        Qualification.EarlierCertificate held = person.certificate();
        String found = held == null
                ? "未填报证书"
                : data.text(Column.CERTIFICATE_NAME) + "（" + data.text(Column.CERTIFICATE_CATEGORY) + "），"
                        + held.since() + " 取得";
        boolean fits = held != null && held.level() == wanted.level() && held.series() == wanted.series();
        int months = held == null ? 0 : (int) held.since().until(YearMonth.from(asOf), ChronoUnit.MONTHS);
        return new EvidenceView(
                number,
                series + wanted.level().label() + "证书" + (wanted.months() > 0 ? "满 " + wanted.months() + " 个月" : ""),
                found,
                fits && months >= wanted.months(),
                fits ? missing(wanted.months() - months) : "没有这种证书",
                DocumentKind.OTHER);
    }

    private static @Nullable String missing(int months) {
        return months > 0 ? "差 " + months + " 个月" : null;
    }

    private RuleSet ruleSet(String code) {
        return programmes.ruleSets().stream()
                .filter(set -> set.code().equals(code))
                .findFirst()
                .orElseGet(programmes::eligibility);
    }
}
