package io.tanshi.programme.conditions;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.conditions.RuleComparison.RuleDifference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages on conditions and papers show. */
final class ConditionsViews {

    private ConditionsViews() {}

    /** The administrator's page: every version, the drafts, and what each sitting uses. */
    record ConditionsPage(
            List<RuleVersionView> versions, List<RuleDraftLine> drafts, List<SittingConditionsView> sittings) {}

    /** @param usedBy names of the sittings that use it */
    record RuleVersionView(
            String code,
            String title,
            String source,
            @Nullable String basedOn,
            @Nullable String publishedBy,
            @Nullable OffsetDateTime publishedAt,
            @Nullable String reason,
            List<String> usedBy) {}

    record RuleDraftLine(
            String code, String title, String basedOn, int version, String changedBy, OffsetDateTime changedAt) {}

    /**
     * @param materials what differs from the standard, in words; empty for the standard
     * @param submitted applications judged by the rules so far
     * @param decided of these, decided by a reviewer
     */
    record SittingConditionsView(
            UUID id,
            String name,
            boolean held,
            String ruleSet,
            String ruleSetTitle,
            List<MaterialNeedView> materials,
            int submitted,
            int decided) {}

    record MaterialNeedView(
            String code, String name, MaterialNeeds.Need need, String needLabel, boolean settable, boolean standard) {}

    /**
     * One version with its clauses as data and as words.
     *
     * @param draft whether it can still be changed
     * @param against the code of the version it is compared with
     */
    record RuleVersionPage(
            String code,
            String title,
            String source,
            boolean draft,
            int version,
            @Nullable String basedOn,
            boolean otherMajorExclusive,
            List<String> relatedMajors,
            List<ClauseData> clauses,
            List<String> notes,
            @Nullable String against,
            List<RuleDifference> differences) {

        static RuleVersionPage of(RuleSet set, ConditionsStore.@Nullable Draft draft, @Nullable RuleSet against) {
            return new RuleVersionPage(
                    set.code(),
                    set.title(),
                    set.source(),
                    draft != null,
                    draft == null ? 0 : draft.version(),
                    draft == null ? null : draft.basedOn(),
                    set.otherMajorExclusive(),
                    set.relatedMajors().stream().sorted().toList(),
                    set.clauses().stream().map(ClauseData::of).toList(),
                    set.notes(),
                    against == null ? null : against.code(),
                    against == null ? List.of() : RuleComparison.between(against, set));
        }
    }

    /** A clause as a row of data; {@code text} is what the notice says. */
    record ClauseData(
            Level level,
            int number,
            @Nullable String text,
            @Nullable Education education,
            Clause.@Nullable Major major,
            int months,
            boolean continuous,
            Clause.@Nullable Series certificateSeries,
            @Nullable Level certificateLevel,
            int certificateMonths) {

        static ClauseData of(Clause clause) {
            Clause.Schooling schooling = clause.schooling();
            Clause.HeldCertificate certificate = clause.certificate();
            return new ClauseData(
                    clause.level(),
                    clause.number(),
                    clause.text(),
                    schooling == null ? null : schooling.atLeast(),
                    schooling == null ? null : schooling.major(),
                    clause.work().months(),
                    clause.work().continuous(),
                    certificate == null ? null : certificate.series(),
                    certificate == null ? null : certificate.level(),
                    certificate == null ? 0 : certificate.months());
        }

        /** The clause; without words it is put into words from its data. */
        Clause clause() {
            Clause plain = new Clause(
                    level, number, "", schooling(), new Clause.Work(months, months > 0 && continuous), certificate());
            String words = text == null ? "" : text.strip();
            return words.isEmpty() ? worded(plain, ClauseWords.of(plain)) : worded(plain, words);
        }

        private static Clause worded(Clause c, String words) {
            return new Clause(c.level(), c.number(), words, c.schooling(), c.work(), c.certificate());
        }

        private Clause.@Nullable Schooling schooling() {
            return education == null ? null : new Clause.Schooling(education, major == null ? Clause.Major.ANY : major);
        }

        private Clause.@Nullable HeldCertificate certificate() {
            return certificateSeries == null || certificateLevel == null
                    ? null
                    : new Clause.HeldCertificate(certificateSeries, certificateLevel, certificateMonths);
        }
    }

    /** The reviewer's page: the version in force for a sitting and what changed since the sitting before it. */
    record ConditionsInForce(
            List<ConditionsSittingChoice> sittings,
            UUID sitting,
            String sittingName,
            LocalDate asOf,
            String ruleSet,
            String title,
            String source,
            List<ConditionsLevelView> levels,
            List<String> relatedMajors,
            List<String> notes,
            List<MaterialNeedView> materials,
            @Nullable String previousSitting,
            @Nullable String previousRuleSet,
            List<RuleDifference> changes) {}

    record ConditionsSittingChoice(UUID id, String name) {}

    record ConditionsLevelView(String level, List<ConditionsClauseView> clauses) {

        static List<ConditionsLevelView> of(RuleSet set) {
            return Arrays.stream(Level.values())
                    .map(level -> new ConditionsLevelView(
                            level.label(),
                            set.clausesOf(level).stream()
                                    .map(c -> new ConditionsClauseView(c.number(), c.text()))
                                    .toList()))
                    .toList();
        }
    }

    record ConditionsClauseView(int number, String text) {}
}
