package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.eligibility.Qualification.EarlierCertificate;
import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import java.awt.Color;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents people who meet at least one clause of the level they apply for. */
final class PeopleMaker {

    private static final List<Color> BLUES =
            List.of(new Color(0, 191, 243), new Color(67, 142, 219), new Color(60, 121, 200));
    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final BatchPlan plan;
    private final Dice dice;
    private final EligibilityRules rules;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    PeopleMaker(BatchPlan plan, Dice dice) {
        this.plan = plan;
        this.dice = dice;
        this.rules = new EligibilityRules(plan.ruleSet());
    }

    /** A person whom the check accepts. */
    Draft person() {
        return relyingOn(dice.pick(plan.ruleSet().clauses()));
    }

    /** An acceptable person who has nothing but a certificate to rely on. */
    Draft personWithCertificateOnly() {
        List<Clause> clauses = plan.ruleSet().clauses().stream()
                .filter(clause -> clause.certificate() != null)
                .toList();
        for (int i = 0; i < 1000; i++) {
            Draft draft = relyingOn(dice.pick(clauses));
            if (draft.papers.contains(Material.OTHER) && draft.clauses.getFirst() >= 6) {
                return draft;
            }
        }
        throw new IllegalStateException("The rule set has no clause that only a certificate opens");
    }

    String name() {
        for (int i = 0; i < 50; i++) {
            String name =
                    dice.pick(Words.SURNAMES) + dice.pick(Words.GIVEN) + (dice.oneIn(3) ? "" : dice.pick(Words.GIVEN));
            if (names.add(name)) {
                return name;
            }
        }
        return dice.pick(Words.SURNAMES) + dice.pick(Words.GIVEN) + dice.pick(Words.GIVEN);
    }

    /** A citizen number that nobody has yet. */
    String number(LocalDate birth, ResidentId.Sex sex) {
        while (true) {
            int last = dice.between(0, 4) * 2 + (sex == ResidentId.Sex.MALE ? 1 : 0);
            String first17 = dice.pick(Words.REGIONS) + BIRTH.format(birth) + dice.digits(2) + last;
            String number = first17 + ResidentId.checkCharacter(first17);
            if (taken.add(number)) {
                return number;
            }
        }
    }

    /** Re-evaluates the clauses of a person whose cells were changed. */
    EligibilityVerdict verdict(Level level, Qualification qualification) {
        return rules.judge(level, qualification, plan.asOf());
    }

    private Draft relyingOn(Clause clause) {
        ResidentId.Sex sex = dice.oneIn(2) ? ResidentId.Sex.MALE : ResidentId.Sex.FEMALE;
        LocalDate birth = plan.asOf().minusYears(dice.between(30, 56)).minusDays(dice.between(1, 364));
        Draft draft = new Draft(new PhotoStyle(dice.seed(), dice.pick(BLUES), PhotoStyle.Defect.NONE));
        draft.cell(Column.NAME, name());
        draft.cell(Column.SEX, sex.label());
        draft.cell(Column.DOCUMENT_TYPE, "居民身份证");
        draft.cell(Column.DOCUMENT_NUMBER, number(birth, sex));
        draft.cell(Column.PHONE, "1" + dice.between(3, 9) + dice.digits(9));
        draft.cell(Column.SCHOOL, dice.pick(Words.SCHOOLS));
        draft.cell(Column.EMPLOYER, dice.pick(Words.EMPLOYERS));
        draft.cell(Column.POSITION, dice.pick(Words.POSITIONS));
        draft.cell(Column.LEVEL, clause.level().label());
        draft.cell(Column.SITTING, plan.sitting().toString());
        qualify(draft, clause, birth);
        draft.nameFiles();
        return draft;
    }

    private void qualify(Draft draft, Clause clause, LocalDate birth) {
        Education education = education(clause.schooling());
        String major = major(clause.schooling());
        YearMonth graduated = YearMonth.of(birth.getYear() + graduationAge(education), 6);
        int years = years(clause.work().months(), graduated);
        EarlierCertificate certificate = certificate(clause.certificate());
        draft.cell(Column.EDUCATION, education.label());
        draft.cell(Column.MAJOR, major);
        draft.cell(Column.GRADUATED, graduated.toString());
        draft.cell(Column.WORK_YEARS, "" + years);
        writeCertificate(draft, certificate);
        EligibilityVerdict verdict =
                verdict(clause.level(), new Qualification(education, major, years * 12, certificate));
        draft.clauses = verdict.holding().stream().map(Clause::number).toList();
        Optional<Clause> reliedOn = verdict.reliedOn();
        if (reliedOn.isEmpty()) {
            throw new IllegalStateException("Nobody can meet " + clause.label());
        }
        if (certificate == null) {
            draft.papers.remove(Material.OTHER);
        }
    }

    private Education education(Clause.@Nullable Schooling schooling) {
        Education least = schooling == null ? Education.HIGH_SCHOOL : schooling.atLeast();
        List<Education> possible = List.of(Education.values()).subList(least.ordinal(), Education.values().length);
        return schooling == null && !dice.oneIn(4) ? dice.pick(possible.subList(0, 2)) : dice.pick(possible);
    }

    private String major(Clause.@Nullable Schooling schooling) {
        boolean related = schooling != null && schooling.major() == Clause.Major.RELATED || dice.oneIn(5);
        return dice.pick(
                related ? plan.ruleSet().relatedMajors().stream().sorted().toList() : Words.MAJORS);
    }

    private static int graduationAge(Education education) {
        return switch (education) {
            case HIGH_SCHOOL, SECONDARY_VOCATIONAL -> 18;
            case JUNIOR_COLLEGE -> 21;
            case BACHELOR -> 22;
            case POSTGRADUATE -> 24;
        };
    }

    private int years(int months, YearMonth graduated) {
        int needed = (months + 11) / 12;
        int possible = Math.max(0, plan.asOf().getYear() - graduated.getYear());
        return Math.max(needed, Math.min(possible, needed + dice.between(0, 3)));
    }

    private @Nullable EarlierCertificate certificate(Clause.@Nullable HeldCertificate needed) {
        return needed == null
                ? null
                : new EarlierCertificate(
                        needed.series(),
                        needed.level(),
                        YearMonth.from(plan.asOf()).minusMonths(dice.between(14, 60)));
    }

    private void writeCertificate(Draft draft, @Nullable EarlierCertificate certificate) {
        if (certificate == null) {
            draft.cell(Column.CERTIFICATE_CATEGORY, "无");
            return;
        }
        boolean own = certificate.series() == Clause.Series.OWN;
        String level = certificate.level().label();
        draft.cell(Column.CERTIFICATE_CATEGORY, (own ? "本系列" : "其他") + level);
        draft.cell(Column.CERTIFICATE_NAME, own ? "节能与环保领域岗位能力评测证书（" + level + "）" : "环境保护专业技术资格证书（" + level + "）");
        draft.cell(Column.CERTIFICATE_OBTAINED, certificate.since().toString());
    }
}
