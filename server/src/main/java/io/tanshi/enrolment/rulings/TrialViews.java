package io.tanshi.enrolment.rulings;

import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trial of a rule set shows. */
final class TrialViews {

    private TrialViews() {}

    /**
     * The verdict of one rule set.
     *
     * @param words the clauses that hold, or that none does
     * @param clauseText the notice's words of the clause relied on
     * @param precedent the ruling on the major, when it decides
     */
    record TrialVerdict(
            String ruleSet,
            String title,
            boolean eligible,
            boolean needsRuling,
            String words,
            @Nullable String clauseText,
            @Nullable String precedent,
            List<TrialMiss> misses) {}

    record TrialMiss(String clause, String text, String words) {}

    /**
     * The applications of a sitting under another rule set.
     *
     * @param total all but the withdrawn
     * @param unjudged whose row does not say enough
     * @param gained eligible only under the other one
     * @param lost eligible only under their own
     * @param otherwise as eligible as before, by other clauses
     * @param cases those that change, without a name or number; the first hundred
     */
    record RuleReplay(
            String sittingName,
            String ruleSet,
            int total,
            int unjudged,
            int gained,
            int lost,
            int otherwise,
            List<ReplayedCase> cases) {}

    record ReplayedCase(
            int number,
            String level,
            String education,
            String major,
            int months,
            @Nullable String certificate,
            String before,
            String after) {

        static ReplayedCase of(int number, Level level, Qualification person, String before, String after) {
            Qualification.EarlierCertificate held = person.certificate();
            return new ReplayedCase(
                    number,
                    level.label(),
                    person.education().label(),
                    person.major(),
                    person.workMonths(),
                    held == null
                            ? null
                            : (held.series() == Clause.Series.OWN ? "本系列" : "其他")
                                    + held.level().label() + " " + held.since(),
                    before,
                    after);
        }
    }
}
