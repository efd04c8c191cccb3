package io.tanshi.programme.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.programme.DeadlineRules;
import io.tanshi.programme.SittingReading;
import io.tanshi.programme.sitting.PlannedSitting.Decision;
import io.tanshi.programme.sitting.PlannedSitting.Move;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class PlannedSittingTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 14, 9, 30);

    private final PlannedSitting february = PlannedSitting.plan(
            YearMonth.of(2026, 2),
            SittingReading.SATURDAY_OF_FOURTH_WEEK,
            LocalTime.of(9, 0),
            new DeadlineRules(7, 7, 3, 2, 15, 45, 50));

    @Test
    void movingTakesEverythingAlong() {
        LocalDateTime closing = LocalDateTime.of(2026, 2, 13, 17, 30);
        PlannedSitting moved = accepted(february.move(new Move(LocalDate.of(2026, 2, 28), closing, " 避开春节假期 "), NOW));
        assertThat(moved.examDate()).isEqualTo("2026-02-28");
        assertThat(moved.basis().closing()).isEqualTo(closing);
        assertThat(moved.registrationBasis()).isEqualTo("避开春节假期");
        assertThat(moved.version()).isEqualTo(2);
        assertThat(SittingWords.difference(february, moved))
                .isEqualTo("考试日 2026-02-21 → 2026-02-28；报名截止 2026-02-14 23:59 → 2026-02-13 17:30；报名截止依据：避开春节假期");
    }

    @Test
    void withoutACloseSetByHandTheRuleHolds() {
        PlannedSitting moved = accepted(february.move(new Move(LocalDate.of(2026, 2, 28), null, "ignored"), NOW));
        assertThat(moved.basis().closing()).isEqualTo("2026-02-21T23:59:59");
        assertThat(moved.registrationBasis()).isNull();
    }

    @Test
    void aSittingIsNotMovedToTheSameDateOrIntoThePast() {
        assertThat(refused(february.move(new Move(LocalDate.of(2026, 2, 21), null, null), NOW)))
                .contains("没有改动");
        assertThat(refused(february.move(new Move(LocalDate.of(2026, 1, 14), null, null), NOW)))
                .contains("晚于今天");
    }

    @Test
    void registrationClosesBeforeTheBellAndWithAReason() {
        LocalDate exam = LocalDate.of(2026, 2, 28);
        assertThat(refused(february.move(new Move(exam, exam.atTime(9, 0), "x"), NOW)))
                .contains("早于开考");
        assertThat(refused(february.move(new Move(exam, exam.minusDays(2).atTime(9, 0), " "), NOW)))
                .contains("依据");
    }

    @Test
    void aHeldSittingStaysWhereItWas() {
        LocalDateTime bell = LocalDateTime.of(2026, 2, 21, 9, 0);
        assertThat(refused(february.move(new Move(LocalDate.of(2026, 2, 28), null, null), bell)))
                .contains("不能再改");
        assertThat(february.heldBy(bell.minusSeconds(1))).isFalse();
    }

    @Test
    void theLookUpOpensEarlyOnceAndOnlyBetweenExamAndItsDate() {
        LocalDate byRule = LocalDate.of(2026, 5, 7);
        assertThat(refused(february.openLookup(LocalDate.of(2026, 2, 21), byRule)))
                .contains("考试日");
        assertThat(refused(february.openLookup(byRule, byRule))).contains("自动开放");
        PlannedSitting opened = accepted(february.openLookup(LocalDate.of(2026, 4, 1), byRule));
        assertThat(opened.basis().lookupOpened()).isEqualTo("2026-04-01");
        assertThat(refused(opened.openLookup(LocalDate.of(2026, 4, 2), byRule))).contains("已于");
    }

    private static PlannedSitting accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).sitting();
    }

    private static String refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).reason();
    }
}
