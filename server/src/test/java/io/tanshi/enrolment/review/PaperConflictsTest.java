package io.tanshi.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.eligibility.Qualification.EarlierCertificate;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import io.tanshi.enrolment.review.ReviewViews.ConflictView;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PaperConflictsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);

    @Test
    void papersThatAgreeSayNothing() {
        assertThat(of("1990-05-01", "2012-06", bachelor(3, null), null)).isEmpty();
    }

    @Test
    void workUpToTheMonthOfTheDegreeIsNoConflictAndAMonthMoreIs() {
        assertThat(of("1990-05-01", "2023-12", bachelor(3, null), null)).isEmpty();
        assertThat(of("1990-05-01", "2024-01", bachelor(3, null), null))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.words()).contains("只有2年11个月", "多出1个月"));
    }

    @Test
    void theConditionsThatStandAreToldFromThoseThatFall() {
        assertThat(of("1990-05-01", "2024-01", bachelor(3, null), null))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.consequence()).contains("不再满足 高级(2)", "仍满足条件 (3)");
                    assertThat(conflict.clauses()).containsExactly(2);
                });
    }

    @Test
    void nobodyWorksBeforeSixteen() {
        assertThat(of("2008-06-01", "2005-06", bachelor(9, null), null))
                .filteredOn(conflict -> conflict.documents().contains(DocumentKind.ID_FRONT))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.words()).contains("工作证明与身份证正面矛盾", "2024-06 年满 16 周岁"));
    }

    @Test
    void aDegreeThatComesAfterTheDayOfCountingOpensNoCondition() {
        assertThat(of("1990-05-01", "2027-06", bachelor(3, null), null))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.words()).contains("本科", "2027-06 晚于 2026-12-19");
                    assertThat(conflict.clauses()).containsExactlyInAnyOrder(2, 3);
                    assertThat(conflict.documents()).containsExactly(DocumentKind.EDUCATION);
                });
    }

    @Test
    void ourOwnRegisterIsHeldAgainstTheMonthInTheForm() {
        EarlierCertificate own = new EarlierCertificate(Clause.Series.OWN, Level.INTERMEDIATE, YearMonth.of(2024, 6));
        assertThat(of("1990-05-01", "2012-06", bachelor(1, own), LocalDate.of(2024, 6, 30)))
                .as("the month is all that the form says")
                .isEmpty();
        assertThat(of("1990-05-01", "2012-06", bachelor(1, own), LocalDate.of(2025, 6, 30)))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.words()).contains("填报 2024-06 取得", "登记为 2025-06-30 发证");
                    assertThat(conflict.documents()).containsExactly(DocumentKind.OTHER);
                });
    }

    private static Qualification bachelor(int years, @Nullable EarlierCertificate certificate) {
        return new Qualification(Education.BACHELOR, "法学", years * 12, certificate);
    }

    private static List<ConflictView> of(
            String born, String graduated, Qualification person, @Nullable LocalDate registered) {
        String first17 = "110105" + born.replace("-", "") + "012";
        Map<Column, Registration.Entry> cells = new EnumMap<>(Column.class);
        Map.of(
                        Column.DOCUMENT_NUMBER,
                        first17 + ResidentId.checkCharacter(first17),
                        Column.GRADUATED,
                        graduated,
                        Column.WORK_YEARS,
                        String.valueOf(person.workMonths() / 12))
                .forEach((column, text) -> cells.put(column, new Registration.Entry(text, text, FormCell.Nature.TEXT)));
        Registration data = new Registration(4, cells, person, List.of(), null);
        return new PaperConflicts(new EligibilityRules(RuleSet.shipped(RuleSet.DEFAULT_CODE)), Level.SENIOR, AS_OF)
                .of(data, person, registered);
    }
}
