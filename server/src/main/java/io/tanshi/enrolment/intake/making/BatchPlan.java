package io.tanshi.enrolment.intake.making;

import io.tanshi.programme.RuleSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/**
 * What package to make.
 *
 * @param people rows of the form
 * @param seed the same plan with the same seed gives the same bytes
 * @param faults what to put in, each at least once while there are people for it
 * @param shape how the zip and the workbook are written
 * @param sitting the month of the exam
 * @param asOf the day on which ages and years are counted
 * @param ruleSet decides who is eligible
 */
public record BatchPlan(
        int people,
        long seed,
        Set<Fault> faults,
        PackageShape shape,
        YearMonth sitting,
        LocalDate asOf,
        RuleSet ruleSet) {

    public BatchPlan {
        faults = Set.copyOf(faults);
    }
}
