package io.tanshi.enrolment.eligibility;

import static io.tanshi.programme.Education.BACHELOR;
import static io.tanshi.programme.Education.HIGH_SCHOOL;
import static io.tanshi.programme.Education.JUNIOR_COLLEGE;
import static io.tanshi.programme.Education.POSTGRADUATE;
import static io.tanshi.programme.Education.SECONDARY_VOCATIONAL;
import static io.tanshi.programme.Level.INTERMEDIATE;
import static io.tanshi.programme.Level.JUNIOR;
import static io.tanshi.programme.Level.SENIOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.eligibility.Qualification.EarlierCertificate;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EligibilityRulesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);
    private static final RuleSet DECK = RuleSet.shipped("deck-2024");
    private static final RuleSet NORMALISED = RuleSet.shipped("deck-2024-normalised");

    @Test
    void aHigherDegreeMayUseTheRowOfALowerOne() {
        assertThat(holding(SENIOR, POSTGRADUATE, "法学", 4)).containsExactly(1, 2, 3, 4);
        assertThat(holding(SENIOR, BACHELOR, "法学", 2)).containsExactly(3);
        assertThat(holding(JUNIOR, BACHELOR, "法学", 0)).containsExactly(3);
    }

    @Test
    void theContradictionOfTheDeckIsKeptAndMendedInTheOtherVersion() {
        assertThat(holding(INTERMEDIATE, JUNIOR_COLLEGE, "环境工程", 0)).containsExactly(5);
        assertThat(holding(JUNIOR, JUNIOR_COLLEGE, "环境工程", 0)).isEmpty();
        assertThat(judge(NORMALISED, JUNIOR, JUNIOR_COLLEGE, "环境工程", 0, null).isEligible())
                .isTrue();
        assertThat(judge(NORMALISED, INTERMEDIATE, JUNIOR_COLLEGE, "环境工程", 0, null)
                        .isEligible())
                .isFalse();
    }

    @Test
    void aCertificateOpensItsOwnClauseOnly() {
        EarlierCertificate junior = certificate(Clause.Series.OWN, JUNIOR, "2024-06");
        assertThat(numbers(judge(DECK, INTERMEDIATE, HIGH_SCHOOL, "法学", 1, junior)))
                .containsExactly(6);
        assertThat(numbers(judge(DECK, INTERMEDIATE, HIGH_SCHOOL, "法学", 0, junior)))
                .isEmpty();
        assertThat(numbers(judge(DECK, SENIOR, HIGH_SCHOOL, "法学", 3, junior))).isEmpty();
    }

    @Test
    void anotherSeniorCertificateMustBeHeldForAYear() {
        assertThat(numbers(
                        judge(DECK, SENIOR, HIGH_SCHOOL, "法学", 0, certificate(Clause.Series.OTHER, SENIOR, "2025-12"))))
                .containsExactly(7);
        EligibilityVerdict young =
                judge(DECK, SENIOR, HIGH_SCHOOL, "法学", 0, certificate(Clause.Series.OTHER, SENIOR, "2026-06"));
        assertThat(young.isEligible()).isFalse();
        assertThat(young.nearestMisses().getFirst().words()).isEqualTo("高级(7)：证书应取得满1年，至截止日6个月，还差6个月");
    }

    @Test
    void theClauseReliedOnIsTheFirstThatHolds() {
        EarlierCertificate senior = certificate(Clause.Series.OTHER, SENIOR, "2024-06");
        EligibilityVerdict verdict = judge(DECK, SENIOR, BACHELOR, "法学", 2, senior);
        assertThat(numbers(verdict)).containsExactly(3, 7);
        assertThat(verdict.reliedOn().map(Clause::label)).contains("高级(3)");
    }

    @Test
    void ofSeveralClausesThatHoldTheCandidatesOwnCaseStandsFirst() {
        EarlierCertificate senior = certificate(Clause.Series.OTHER, SENIOR, "2024-06");
        EligibilityVerdict bachelor = judge(DECK, SENIOR, BACHELOR, "法学", 5, senior);
        assertThat(claimed(bachelor, false))
                .as("the degree held, then what lower ones open, then a certificate that nobody handed in")
                .containsExactly(3, 2, 1, 7);
        assertThat(claimed(bachelor, true))
                .as("the certificate that was handed in")
                .containsExactly(7, 3, 2, 1);
        assertThat(claimed(judge(DECK, SENIOR, BACHELOR, "环境工程", 5, null), false))
                .as("a related major")
                .containsExactly(5, 3, 2, 1);
    }

    private static List<Integer> claimed(EligibilityVerdict verdict, boolean certificateShown) {
        return verdict.claimedFirst(certificateShown).stream()
                .map(Clause::number)
                .toList();
    }

    @Test
    void theNearestMissSaysHowMuchIsMissing() {
        EligibilityVerdict verdict = judge(DECK, SENIOR, JUNIOR_COLLEGE, "市场营销", 2, null);
        assertThat(verdict.nearestMisses().stream()
                        .map(EligibilityVerdict.Miss::words)
                        .toList())
                .containsExactly("高级(2)：相关工作应满3年，填报2年，还差1年", "高级(1)：相关工作应满4年，填报2年，还差2年");
    }

    @Test
    void aMajorThatSoundsRelatedAwaitsARulingWhenItWouldDecide() {
        assertThat(judge(DECK, SENIOR, JUNIOR_COLLEGE, "环境监测与控制技术", 1, null).needsRulingOnMajor())
                .isTrue();
        assertThat(judge(DECK, SENIOR, JUNIOR_COLLEGE, "环境艺术设计", 1, null).needsRulingOnMajor())
                .isFalse();
        assertThat(judge(DECK, SENIOR, JUNIOR_COLLEGE, "法学", 1, null).needsRulingOnMajor())
                .isFalse();
        assertThat(judge(DECK, SENIOR, JUNIOR_COLLEGE, "环境监测与控制技术", 3, null).needsRulingOnMajor())
                .isFalse();
    }

    @Test
    void aMajorIsReadWithoutItsDecoration() {
        assertThat(holding(INTERMEDIATE, JUNIOR_COLLEGE, "环境工程（水处理方向）", 0)).containsExactly(5);
        assertThat(holding(INTERMEDIATE, JUNIOR_COLLEGE, "环境工程专业", 0)).containsExactly(5);
    }

    @Test
    void belowVocationalSchoolThereIsNoRouteByEducation() {
        for (Level level : Level.values()) {
            assertThat(holding(level, HIGH_SCHOOL, "法学", 20)).isEmpty();
        }
        assertThat(holding(JUNIOR, SECONDARY_VOCATIONAL, "法学", 2)).containsExactly(1);
    }

    private static List<Integer> holding(Level level, Education education, String major, int years) {
        return numbers(judge(DECK, level, education, major, years, null));
    }

    private static List<Integer> numbers(EligibilityVerdict verdict) {
        return verdict.holding().stream().map(Clause::number).toList();
    }

    private static EarlierCertificate certificate(Clause.Series series, Level level, String since) {
        return new EarlierCertificate(series, level, YearMonth.parse(since));
    }

    private static EligibilityVerdict judge(
            RuleSet rules,
            Level level,
            Education education,
            String major,
            int years,
            @Nullable EarlierCertificate certificate) {
        return new EligibilityRules(rules)
                .judge(level, new Qualification(education, major, years * 12, certificate), AS_OF);
    }
}
