package io.tanshi.enrolment.eligibility;

import io.tanshi.programme.Clause;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one level against one person.
 *
 * @param holding the clauses that hold, by number
 * @param awaitingRuling the clauses that would hold if a person ruled that the unlisted major is a related one
 * @param misses the clauses that do not hold and why
 * @param precedent an earlier ruling on the major; null when the rule set lists it or nobody has ruled on it
 */
public record EligibilityVerdict(
        List<Clause> holding,
        List<Clause> awaitingRuling,
        List<Miss> misses,
        @Nullable MajorRuling precedent) {

    /** A clause that does not hold. */
    public record Miss(Clause clause, List<Gap> gaps) {

        /** Things that waiting does not bring: a degree, a major, a certificate. */
        private long lacking() {
            return gaps.stream().filter(gap -> gap.months() == 0).count();
        }

        private int months() {
            return gaps.stream().mapToInt(Gap::months).max().orElse(0);
        }

        /** As the institution reads it: {@code 高级(3)：相关工作应满2年，填报1年，还差1年}. */
        public String words() {
            return clause.label() + "：" + gaps.stream().map(Gap::words).collect(Collectors.joining("；"));
        }
    }

    public EligibilityVerdict {
        holding = List.copyOf(holding);
        awaitingRuling = List.copyOf(awaitingRuling);
        misses = List.copyOf(misses);
    }

    public boolean isEligible() {
        return !holding.isEmpty();
    }

    /** Whether only a ruling on the major stands between the person and the level. */
    public boolean needsRulingOnMajor() {
        return holding.isEmpty() && !awaitingRuling.isEmpty();
    }

    /** The clause the application rests on: the first by number that holds. */
    public Optional<Clause> reliedOn() {
        return holding.stream().findFirst();
    }

    /**
     * All clauses that hold, that of the candidate's own case first: the certificate that was handed in, then the clause for
     * related majors, then the route of the degree held before those that a lower degree would open too.
     *
     * @param certificateShown whether the papers hold a copy of the certificate
     */
    public List<Clause> claimedFirst(boolean certificateShown) {
        return holding.stream()
                .sorted(Comparator.comparingInt((Clause clause) -> remoteness(clause, certificateShown))
                        .thenComparing(EligibilityVerdict::degree, Comparator.reverseOrder())
                        .thenComparingInt(Clause::number))
                .toList();
    }

    private static int remoteness(Clause clause, boolean certificateShown) {
        if (clause.certificate() != null) {
            return certificateShown ? 0 : 3;
        }
        return isForRelatedMajors(clause) ? 1 : 2;
    }

    private static int degree(Clause clause) {
        Clause.Schooling schooling = clause.schooling();
        return schooling == null ? -1 : schooling.atLeast().ordinal();
    }

    /** The ruling on the major when it decides: a clause for related majors holds by it, or nothing holds without it. */
    public Optional<MajorRuling> decidingPrecedent() {
        if (precedent == null) {
            return Optional.empty();
        }
        boolean decides = precedent.related()
                ? holding.stream().anyMatch(EligibilityVerdict::isForRelatedMajors)
                : holding.isEmpty();
        return decides ? Optional.of(precedent) : Optional.empty();
    }

    private static boolean isForRelatedMajors(Clause clause) {
        Clause.Schooling schooling = clause.schooling();
        return schooling != null && schooling.major() == Clause.Major.RELATED;
    }

    /** The misses that lack the fewest degrees and certificates, those with the shortest wait first. */
    public List<Miss> nearestMisses() {
        long least = misses.stream().mapToLong(Miss::lacking).min().orElse(0);
        return misses.stream()
                .filter(miss -> miss.lacking() == least)
                .sorted(Comparator.comparingInt(Miss::months)
                        .thenComparingInt(miss -> miss.clause().number()))
                .toList();
    }
}
