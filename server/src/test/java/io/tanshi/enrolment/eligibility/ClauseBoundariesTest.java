package io.tanshi.enrolment.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.eligibility.Qualification.EarlierCertificate;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.RuleSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every clause of every shipped version, one month on either side of what it asks. */
final class ClauseBoundariesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);

    @Test
    void everyClauseHoldsAtItsMonthsAndNotOneMonthBefore() {
        for (String code : RuleSet.shippedCodes()) {
            RuleSet rules = RuleSet.shipped(code);
            for (Clause clause : rules.clauses()) {
                int asked = clause.work().months();
                assertThat(holds(rules, clause, exactly(rules, clause, asked)))
                        .as("%s %s", code, clause.label())
                        .isTrue();
                assertThat(holds(rules, clause, exactly(rules, clause, asked + 1)))
                        .isTrue();
                if (asked > 0) {
                    assertThat(holds(rules, clause, exactly(rules, clause, asked - 1)))
                            .as("%s %s one month short", code, clause.label())
                            .isFalse();
                    assertThat(miss(rules, clause, exactly(rules, clause, asked - 1)))
                            .contains("还差1个月");
                }
            }
        }
    }

    @Test
    void whereTheNoticeSaysAtAStretchOnlyTheLongestStretchCounts() {
        RuleSet rules = RuleSet.shipped("deck-2024");
        for (Clause clause : rules.clauses()) {
            int asked = clause.work().months();
            if (asked == 0) {
                continue;
            }
            Qualification broken = new Qualification(
                    education(clause), major(rules, clause), asked + 12, asked - 1, certificate(clause));
            assertThat(holds(rules, clause, broken))
                    .as(clause.label())
                    .isEqualTo(!clause.work().continuous());
            if (clause.work().continuous()) {
                assertThat(miss(rules, clause, broken)).contains("连续满", "最长连续", "还差1个月");
            }
        }
    }

    @Test
    void aDegreeBelowTheOneAskedForNeverOpensARouteByEducation() {
        RuleSet rules = RuleSet.shipped("deck-2024");
        for (Clause clause : rules.clauses()) {
            Clause.Schooling schooling = clause.schooling();
            if (schooling != null) {
                Education below = Education.values()[schooling.atLeast().ordinal() - 1];
                Qualification person = new Qualification(below, major(rules, clause), 600, null);
                assertThat(holds(rules, clause, person)).as(clause.label()).isFalse();
            }
        }
    }

    @Test
    void aCertificateIsHeldLongEnoughFromTheVeryMonth() {
        RuleSet rules = RuleSet.shipped("deck-2024");
        for (Clause clause : rules.clauses()) {
            Clause.HeldCertificate asked = clause.certificate();
            if (asked == null || asked.months() == 0) {
                continue;
            }
            YearMonth latest = YearMonth.from(AS_OF).minusMonths(asked.months());
            assertThat(holds(rules, clause, held(clause, latest))).isTrue();
            assertThat(holds(rules, clause, held(clause, latest.plusMonths(1)))).isFalse();
            assertThat(miss(rules, clause, held(clause, latest.plusMonths(1)))).contains("还差1个月");
        }
    }

    @Test
    void whereOtherMajorsAreReadExclusivelyARelatedOneIsShutOut() {
        RuleSet deck = RuleSet.shipped("deck-2024");
        RuleSet exclusive =
                new RuleSet("x", deck.title(), deck.source(), true, deck.relatedMajors(), deck.clauses(), deck.notes());
        for (Clause clause : deck.clauses()) {
            Clause.Schooling schooling = clause.schooling();
            if (schooling != null && schooling.major() == Clause.Major.OTHER) {
                Qualification related = new Qualification(
                        schooling.atLeast(), "环境工程", clause.work().months(), null);
                assertThat(holds(deck, clause, related)).isTrue();
                assertThat(holds(exclusive, clause, related)).isFalse();
            }
        }
    }

    @Test
    void aPrecedentDecidesAMajorThatIsNotListedAndSaysSo() {
        RuleSet rules = RuleSet.shipped("deck-2024");
        Qualification person = new Qualification(Education.JUNIOR_COLLEGE, "环境监测与控制技术（水方向）", 12, null);
        LocalDate day = LocalDate.of(2026, 12, 11);
        EligibilityVerdict open = new EligibilityRules(rules).judge(senior(rules), person, AS_OF);
        assertThat(open.needsRulingOnMajor()).isTrue();
        assertThat(open.decidingPrecedent()).isEmpty();

        EligibilityVerdict related = ruled(rules, true, day).judge(senior(rules), person, AS_OF);
        assertThat(related.reliedOn().map(Clause::number)).contains(5);
        assertThat(related.decidingPrecedent().orElseThrow().words()).isEqualTo("按 2026-12-11 的先例认定为相关专业");

        EligibilityVerdict unrelated = ruled(rules, false, day).judge(senior(rules), person, AS_OF);
        assertThat(unrelated.needsRulingOnMajor()).isFalse();
        assertThat(unrelated.isEligible()).isFalse();
        assertThat(unrelated.misses())
                .anySatisfy(miss -> assertThat(miss.words()).contains("按 2026-12-11 的先例不认定为相关专业"));
    }

    @Test
    void aPrecedentThatDecidesNothingIsNotMentioned() {
        RuleSet rules = RuleSet.shipped("deck-2024");
        Qualification person = new Qualification(Education.JUNIOR_COLLEGE, "环境监测与控制技术", 48, null);
        EligibilityVerdict verdict =
                ruled(rules, false, LocalDate.of(2026, 12, 11)).judge(senior(rules), person, AS_OF);
        assertThat(verdict.isEligible()).isTrue();
        assertThat(verdict.decidingPrecedent()).isEmpty();
    }

    @Test
    void twoSpellingsOfAMajorAreOneName() {
        assertThat(MajorName.plain("环境工程（水处理）专业")).isEqualTo("环境工程");
        assertThat(MajorName.plain(" 环境 工程专业 ")).isEqualTo("环境工程");
        assertThat(MajorName.plain("环境工程(Ａ)")).isEqualTo(MajorName.plain("环境工程（A）"));
        assertThat(MajorName.plain(MajorName.plain("环境工程（A）专业"))).isEqualTo("环境工程");
    }

    private static EligibilityRules ruled(RuleSet rules, boolean related, LocalDate day) {
        return new EligibilityRules(
                rules,
                major -> major.equals("环境监测与控制技术")
                        ? Optional.of(new MajorRuling(major, related, day))
                        : Optional.empty());
    }

    private static io.tanshi.programme.Level senior(RuleSet rules) {
        return rules.clauses().getLast().level();
    }

    private static boolean holds(RuleSet rules, Clause clause, Qualification person) {
        return new EligibilityRules(rules)
                .judge(clause.level(), person, AS_OF)
                .holding()
                .contains(clause);
    }

    private static String miss(RuleSet rules, Clause clause, Qualification person) {
        return new EligibilityRules(rules)
                .judge(clause.level(), person, AS_OF).misses().stream()
                        .filter(miss -> miss.clause().equals(clause))
                        .findFirst()
                        .orElseThrow()
                        .words();
    }

    private static Qualification exactly(RuleSet rules, Clause clause, int months) {
        return new Qualification(education(clause), major(rules, clause), months, certificate(clause));
    }

    private static Qualification held(Clause clause, YearMonth since) {
        Clause.HeldCertificate asked = java.util.Objects.requireNonNull(clause.certificate());
        return new Qualification(
                Education.HIGH_SCHOOL, "法学", 600, new EarlierCertificate(asked.series(), asked.level(), since));
    }

    private static Education education(Clause clause) {
        Clause.Schooling schooling = clause.schooling();
        return schooling == null ? Education.HIGH_SCHOOL : schooling.atLeast();
    }

    private static String major(RuleSet rules, Clause clause) {
        Clause.Schooling schooling = clause.schooling();
        return schooling != null && schooling.major() == Clause.Major.RELATED
                ? rules.relatedMajors().iterator().next()
                : "法学";
    }

    private static @Nullable EarlierCertificate certificate(Clause clause) {
        Clause.HeldCertificate asked = clause.certificate();
        return asked == null
                ? null
                : new EarlierCertificate(
                        asked.series(), asked.level(), YearMonth.from(AS_OF).minusMonths(asked.months()));
    }
}
