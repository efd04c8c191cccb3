package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.intake.form.Origin;
import io.tanshi.programme.Clause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person of the batch.
 *
 * @param applicant the data of the row, normalised and as found
 * @param problems empty when the row can be submitted
 * @param notices never block
 * @param verdict on the clauses of the level; null when the row does not say enough to judge
 * @param files what the package holds for this person
 */
public record RowReport(
        Applicant applicant,
        List<RowProblem> problems,
        List<Notice> notices,
        @Nullable EligibilityVerdict verdict,
        MatchedFiles files) {

    public RowReport {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    public boolean isAccepted() {
        return problems.isEmpty();
    }

    /** The same said of the row as one of another workbook. */
    public RowReport in(Origin origin) {
        return new RowReport(new Applicant(applicant.row().in(origin)), problems, notices, verdict, files);
    }

    /** The clauses that hold, that of the applicant's own case first; see {@link EligibilityVerdict#claimedFirst}. */
    public List<Clause> claimedFirst() {
        return verdict == null ? List.of() : verdict.claimedFirst(files.papers().containsKey(Material.OTHER));
    }

    /** The row number of the worksheet. */
    public int row() {
        return applicant.row().number();
    }
}
