package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.programme.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was last checked. Personal data: stored encrypted only.
 *
 * @param clauses the numbers of the clauses that hold
 * @param awaitingRuling the clauses that would hold by a ruling on the major
 * @param rulingRequest why the institution asks a person to rule although no clause holds
 */
record Draft(
        Registration registration,
        List<RowProblem> problems,
        List<Integer> clauses,
        List<Integer> awaitingRuling,
        String ruleSet,
        @Nullable String rulingRequest) {

    static final String NOT_ELIGIBLE = "not-eligible";

    Draft {
        problems = List.copyOf(problems);
        clauses = List.copyOf(clauses);
        awaitingRuling = List.copyOf(awaitingRuling);
    }

    static Draft of(RowReport report, String ruleSet) {
        EligibilityVerdict verdict = report.verdict();
        return new Draft(
                Registration.of(report),
                report.problems(),
                numbers(report.claimedFirst()),
                verdict == null ? List.of() : numbers(verdict.awaitingRuling()),
                ruleSet,
                null);
    }

    private static List<Integer> numbers(List<Clause> clauses) {
        return clauses.stream().map(Clause::number).toList();
    }

    Draft withProblem(RowProblem problem) {
        List<RowProblem> more = new ArrayList<>(problems);
        more.add(problem);
        return new Draft(registration, more, clauses, awaitingRuling, ruleSet, rulingRequest);
    }

    Draft without(Set<String> codes) {
        List<RowProblem> fewer = problems.stream()
                .filter(problem -> !codes.contains(problem.code()))
                .toList();
        return new Draft(registration, fewer, clauses, awaitingRuling, ruleSet, rulingRequest);
    }

    Set<String> codes() {
        return problems.stream().map(RowProblem::code).collect(Collectors.toSet());
    }

    Draft withRulingRequest(@Nullable String reason) {
        return new Draft(registration, problems, clauses, awaitingRuling, ruleSet, reason);
    }

    /** What still keeps the row from being submitted; a ruling that was asked for replaces eligibility. */
    List<RowProblem> blocking() {
        return rulingRequest == null
                ? problems
                : problems.stream()
                        .filter(problem -> !problem.code().equals(NOT_ELIGIBLE))
                        .toList();
    }

    boolean isReady() {
        return blocking().isEmpty();
    }

    Verdict verdict() {
        if (!clauses.isEmpty()) {
            return Verdict.ELIGIBLE;
        }
        return awaitingRuling.isEmpty() ? Verdict.RULING_REQUESTED : Verdict.NEEDS_RULING;
    }

    /** The clause relied on, or the first that a ruling would open. */
    @Nullable
    Integer clause() {
        return clauses.isEmpty() ? null : clauses.getFirst();
    }

    @Override
    public String toString() {
        return "Draft[protected]";
    }
}
