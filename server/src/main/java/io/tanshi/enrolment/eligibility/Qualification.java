package io.tanshi.enrolment.eligibility;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a person brings, as the clauses ask for it.
 *
 * @param workMonths months of related work, counted as continuous
 * @param certificate the certificate held already, null for none
 */
public record Qualification(
        Education education,
        String major,
        int workMonths,
        @Nullable EarlierCertificate certificate) {

    /**
     * A certificate that is held already.
     *
     * @param since the month of issue
     */
    public record EarlierCertificate(Clause.Series series, Level level, YearMonth since) {}
}
