package io.tanshi.enrolment.review;

import io.tanshi.enrolment.IssuedCertificates;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.review.ReviewViews.EvidenceView;
import io.tanshi.enrolment.review.ReviewViews.HoldingView;
import io.tanshi.enrolment.review.ReviewViews.MissView;
import io.tanshi.enrolment.review.ReviewViews.VerdictView;
import io.tanshi.enrolment.rulings.MajorPrecedents;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says which numbered clause holds and what in the papers bears it out, or what is missing (§6 check 6 of the screens). */
@Component
class Judgement {

    private final Programmes programmes;
    private final MajorPrecedents precedents;
    private final ObjectProvider<IssuedCertificates> register;

    Judgement(Programmes programmes, MajorPrecedents precedents, ObjectProvider<IssuedCertificates> register) {
        this.programmes = programmes;
        this.precedents = precedents;
        this.register = register;
    }

    /** @param papers what was handed in */
    VerdictView of(Dossier dossier, Sitting sitting, Set<DocumentKind> papers) {
        RuleSet ruleSet = ruleSet(dossier.ruleSet());
        Qualification person = dossier.registration().qualification();
        if (person == null) {
            return undecided(dossier, sitting, ruleSet);
        }
        EligibilityRules rules = new EligibilityRules(ruleSet, precedents.knownTo(dossier));
        EligibilityVerdict verdict = rules.judge(dossier.level(), person, sitting.asOf());
        List<Clause> holding = verdict.claimedFirst(papers.contains(DocumentKind.OTHER));
        Optional<Clause> relied = chosen(dossier, ruleSet, verdict, holding);
        return new VerdictView(
                standing(dossier, verdict),
                words(dossier, verdict, holding),
                relied.map(Clause::text).orElse(null),
                holding.stream()
                        .filter(clause -> !relied.equals(Optional.of(clause)))
                        .map(clause -> new HoldingView(clause.number(), clause.text()))
                        .toList(),
                new PaperConflicts(rules, dossier.level(), sitting.asOf())
                        .of(dossier.registration(), person, registeredOn(dossier, person)),
                relied.map(clause -> evidence(clause, person, dossier, sitting.asOf()))
                        .orElse(List.of()),
                nearestFirst(verdict).stream()
                        .map(miss -> new MissView(miss.clause().number(), miss.words()))
                        .toList(),
                ruleSet.code(),
                sitting.asOf().toString(),
                ruleSet.notes(),
                ruleSet.clausesOf(dossier.level()).stream().map(Clause::number).toList());
    }

    /** The form says too little to judge by. */
    private static VerdictView undecided(Dossier dossier, Sitting sitting, RuleSet ruleSet) {
        return new VerdictView(
                dossier.verdict(),
                "资料不足，无法判定",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ruleSet.code(),
                sitting.asOf().toString(),
                ruleSet.notes(),
                List.of());
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

    /** A precedent made since the submission may have settled what was open then. */
    private static Verdict standing(Dossier dossier, EligibilityVerdict verdict) {
        boolean settled = dossier.verdict() == Verdict.NEEDS_RULING
                && verdict.decidingPrecedent().isPresent();
        return settled ? Verdict.of(verdict) : dossier.verdict();
    }

    private static String words(Dossier dossier, EligibilityVerdict verdict, List<Clause> holding) {
        Verdict standing = standing(dossier, verdict);
        if (standing != dossier.verdict() && standing != Verdict.ELIGIBLE) {
            return "不满足任何条件 · 专业" + verdict.decidingPrecedent().orElseThrow().words();
        }
        if (standing != Verdict.ELIGIBLE || !verdict.isEligible()) {
            return words(dossier);
        }
        String numbers = holding.stream().map(c -> "(" + c.number() + ")").collect(Collectors.joining(" "));
        return "满足 " + dossier.level().label() + " " + numbers;
    }

    private static Optional<Clause> chosen(
            Dossier dossier, RuleSet ruleSet, EligibilityVerdict verdict, List<Clause> holding) {
        if (!holding.isEmpty() && standing(dossier, verdict) == Verdict.ELIGIBLE) {
            return Optional.of(holding.getFirst());
        }
        Integer number = dossier.clause();
        if (number == null) {
            return holding.stream()
                    .findFirst()
                    .or(() -> verdict.awaitingRuling().stream().findFirst())
                    .or(() -> verdict.nearestMisses().stream().findFirst().map(EligibilityVerdict.Miss::clause));
        }
        return ruleSet.clausesOf(dossier.level()).stream()
                .filter(clause -> clause.number() == number)
                .findFirst();
    }

    private List<EvidenceView> evidence(Clause clause, Qualification person, Dossier dossier, LocalDate asOf) {
        Registration data = dossier.registration();
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
            rows.add(certificate(rows.size() + 1, certificate, person, dossier, asOf));
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

    private EvidenceView certificate(
            int number, Clause.HeldCertificate wanted, Qualification person, Dossier dossier, LocalDate asOf) {
        Registration data = dossier.registration();
        String series = wanted.series() == Clause.Series.OWN ? "本系列" : "其他";
        Qualification.EarlierCertificate held = person.certificate();
        String found = held == null
                ? "未填报证书"
                : data.text(Column.CERTIFICATE_NAME) + "（" + data.text(Column.CERTIFICATE_CATEGORY) + "），"
                        + held.since() + " 取得"
                        + (wanted.series() == Clause.Series.OWN ? registered(dossier, wanted.level()) : "");
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

    private @Nullable LocalDate registeredOn(Dossier dossier, Qualification person) {
        Qualification.EarlierCertificate held = person.certificate();
        IssuedCertificates certificates = register.getIfAvailable();
        return held == null || certificates == null || held.series() != Clause.Series.OWN
                ? null
                : certificates.issuedOn(dossier.person(), held.level()).orElse(null);
    }

    /** What our own register says of the certificate; nothing while no module keeps one. */
    private String registered(Dossier dossier, Level level) {
        IssuedCertificates certificates = register.getIfAvailable();
        if (certificates == null) {
            return "";
        }
        return certificates
                .issuedOn(dossier.person(), level)
                .map(day -> "；本系统登记：" + day + " 发证")
                .orElse("；本系统登记中没有找到");
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
