package io.tanshi.enrolment.review;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.Months;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.eligibility.Qualification.EarlierCertificate;
import io.tanshi.enrolment.intake.Applicant;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.review.ReviewViews.ConflictView;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the papers of one application say against each other, and which numbered conditions stand or fall with it. Scans are
 * not read: it compares what the form takes from each of them, the birth date in the number, and our own register.
 */
final class PaperConflicts {

    private static final int WORKING_AGE = 16;

    private final EligibilityRules rules;
    private final Level level;
    private final LocalDate asOf;

    PaperConflicts(EligibilityRules rules, Level level, LocalDate asOf) {
        this.rules = rules;
        this.level = level;
        this.asOf = asOf;
    }

    /** @param registered the day on which our own register says that the earlier certificate was issued */
    List<ConflictView> of(Registration data, Qualification person, @Nullable LocalDate registered) {
        List<ConflictView> found = new ArrayList<>();
        new Applicant(data.formRow()).graduated().ifPresent(month -> graduation(data, person, month, found));
        birth(data).ifPresent(day -> youth(data, person, day, found));
        EarlierCertificate held = person.certificate();
        if (held != null && registered != null && !YearMonth.from(registered).equals(held.since())) {
            found.add(register(person, held, registered));
        }
        return found;
    }

    private void graduation(Registration data, Qualification person, YearMonth month, List<ConflictView> found) {
        long since = month.until(YearMonth.from(asOf), ChronoUnit.MONTHS);
        if (since < 0) {
            found.add(notYet(person, month));
        } else if (person.workMonths() > since) {
            found.add(tooLong(
                    data,
                    person,
                    (int) since,
                    month + " 毕业",
                    DocumentKind.EDUCATION,
                    "若只认毕业以后的工作（" + Months.words((int) since) + "）"));
        }
    }

    private void youth(Registration data, Qualification person, LocalDate birth, List<ConflictView> found) {
        int since = (int) Math.max(0, birth.plusYears(WORKING_AGE).until(asOf, ChronoUnit.MONTHS));
        if (person.workMonths() > since) {
            found.add(tooLong(
                    data,
                    person,
                    since,
                    YearMonth.from(birth.plusYears(WORKING_AGE)) + " 年满 16 周岁",
                    DocumentKind.ID_FRONT,
                    "若只认年满 16 周岁以后的工作（" + Months.words(since) + "）"));
        }
    }

    private ConflictView tooLong(
            Registration data, Qualification person, int since, String begin, DocumentKind other, String only) {
        String words = "%s与%s矛盾：填报从事相关工作 %s 年，%s，到 %s 只有%s，多出%s。"
                .formatted(
                        DocumentKind.WORK.fileName(),
                        other.fileName(),
                        data.text(Column.WORK_YEARS),
                        begin,
                        asOf,
                        Months.words(since),
                        Months.words(person.workMonths() - since));
        Qualification less = new Qualification(
                person.education(), person.major(), since, person.continuousMonths(), person.certificate());
        return conflict(words, only, person, less, DocumentKind.WORK, other);
    }

    private ConflictView notYet(Qualification person, YearMonth month) {
        List<Clause> resting = judge(person).holding().stream()
                .filter(clause -> clause.schooling() != null)
                .toList();
        return new ConflictView(
                "学历证书与申报数据矛盾：填报学历为%s，毕业时间 %s 晚于 %s，到那天还没有毕业。"
                        .formatted(person.education().label(), month, asOf),
                resting.isEmpty() ? "所满足的条件都不以学历为依据。" : "以这一学历为依据的条件 " + numbers(resting) + " 不能成立。",
                List.of(DocumentKind.EDUCATION),
                resting.stream().map(Clause::number).toList());
    }

    private ConflictView register(Qualification person, EarlierCertificate held, LocalDate registered) {
        Qualification other = new Qualification(
                person.education(),
                person.major(),
                person.workMonths(),
                person.continuousMonths(),
                new EarlierCertificate(held.series(), held.level(), YearMonth.from(registered)));
        return conflict(
                "证书与本系统登记矛盾：填报 %s 取得，登记为 %s 发证。".formatted(held.since(), registered),
                "若以登记为准",
                person,
                other,
                DocumentKind.OTHER);
    }

    /** Judges the person once more with what the other paper says, and tells the conditions that fall from those that stand. */
    private ConflictView conflict(
            String words, String assumption, Qualification said, Qualification other, DocumentKind... papers) {
        EligibilityVerdict before = judge(said);
        EligibilityVerdict after = judge(other);
        List<EligibilityVerdict.Miss> fallen = after.misses().stream()
                .filter(miss -> before.holding().contains(miss.clause()))
                .toList();
        List<Clause> standing =
                before.holding().stream().filter(after.holding()::contains).toList();
        List<String> parts = new ArrayList<>();
        if (!fallen.isEmpty()) {
            parts.add("不再满足 "
                    + fallen.stream().map(EligibilityVerdict.Miss::words).collect(Collectors.joining("；")));
        }
        if (!standing.isEmpty()) {
            parts.add("仍满足条件 " + numbers(standing));
        }
        return new ConflictView(
                words,
                parts.isEmpty() ? "不改变系统的判定。" : assumption + "，" + String.join("；", parts) + "。",
                List.of(papers),
                fallen.stream().map(miss -> miss.clause().number()).toList());
    }

    private EligibilityVerdict judge(Qualification person) {
        return rules.judge(level, person, asOf);
    }

    private Optional<LocalDate> birth(Registration data) {
        return ResidentId.read(data.documentNumber(), asOf) instanceof ResidentId.Valid(ResidentId id)
                ? Optional.of(id.birthDate())
                : Optional.empty();
    }

    private static String numbers(List<Clause> clauses) {
        return clauses.stream().map(clause -> "(" + clause.number() + ")").collect(Collectors.joining(" "));
    }
}
