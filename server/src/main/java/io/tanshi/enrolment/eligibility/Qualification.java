package io.tanshi.enrolment.eligibility;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a person brings, as the clauses ask for it.
 *
 * @param workMonths months of related work in all
 * @param continuousMonths the longest stretch of them; null when only the total is known, which then counts as continuous
 * @param certificate the certificate held already, null for none
 */
public record Qualification(
        Education education,
        String major,
        int workMonths,
        @Nullable Integer continuousMonths,
        @Nullable EarlierCertificate certificate) {

    @JsonCreator
    public Qualification {}

    /** A person whose form tells only the years in all. */
    public Qualification(Education education, String major, int workMonths, @Nullable EarlierCertificate certificate) {
        this(education, major, workMonths, null, certificate);
    }

    /** The months that count for what a clause asks. */
    int monthsFor(Clause.Work work) {
        return work.continuous() && continuousMonths != null ? continuousMonths : workMonths;
    }

    /**
     * A certificate that is held already.
     *
     * @param since the month of issue
     */
    public record EarlierCertificate(Clause.Series series, Level level, YearMonth since) {}
}
