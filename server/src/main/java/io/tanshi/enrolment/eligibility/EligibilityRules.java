package io.tanshi.enrolment.eligibility;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies a rule set; any one clause suffices. Degrees are read as "this or higher". */
public final class EligibilityRules {

    /** Words in an unlisted major that make it worth a ruling; the source's list ends in "等", so it is open. */
    private static final Pattern SOUNDS_RELATED = Pattern.compile("环境|环保|生态|能源|节能|储能|碳|气候|热能|热动|动力工程|电力|光伏|风电|风能|资源循环");

    private static final Pattern SOUNDS_FOREIGN_TO_THE_FIELD = Pattern.compile("设计|艺术|碳纤维");

    private final RuleSet ruleSet;
    private final MajorRulings rulings;

    public EligibilityRules(RuleSet ruleSet) {
        this(ruleSet, MajorRulings.NONE);
    }

    /** @param rulings decide majors that the rule set does not list */
    public EligibilityRules(RuleSet ruleSet, MajorRulings rulings) {
        this.ruleSet = ruleSet;
        this.rulings = rulings;
    }

    /**
     * Judges a person for a level.
     *
     * @param asOf the day on which years are counted, the registration deadline of the sitting
     */
    public EligibilityVerdict judge(Level level, Qualification person, LocalDate asOf) {
        List<Clause> holding = new ArrayList<>();
        List<Clause> awaitingRuling = new ArrayList<>();
        List<EligibilityVerdict.Miss> misses = new ArrayList<>();
        Standing major = standing(person.major());
        for (Clause clause : ruleSet.clausesOf(level)) {
            List<Gap> gaps = gaps(clause, person, major, asOf);
            if (gaps.isEmpty()) {
                holding.add(clause);
                continue;
            }
            misses.add(new EligibilityVerdict.Miss(clause, gaps));
            if (major.isOpen() && gaps.size() == 1 && gaps.getFirst() instanceof Gap.OtherMajor) {
                awaitingRuling.add(clause);
            }
        }
        return new EligibilityVerdict(holding, awaitingRuling, misses, major.ruling());
    }

    /**
     * How the rule set stands to a major.
     *
     * @param listed whether the rule set itself names it
     * @param ruling what a reviewer has ruled; null when listed or never ruled on
     * @param soundsRelated whether a ruling would be worth it
     */
    private record Standing(
            String major, boolean listed, @Nullable MajorRuling ruling, boolean soundsRelated) {

        boolean isRelated() {
            return listed || (ruling != null && ruling.related());
        }

        boolean isOpen() {
            return soundsRelated && ruling == null;
        }
    }

    private Standing standing(String major) {
        String plain = MajorName.plain(major);
        boolean listed = ruleSet.relatedMajors().contains(plain);
        MajorRuling ruling = listed ? null : rulings.on(plain).orElse(null);
        return new Standing(major, listed, ruling, soundsRelated(plain));
    }

    private List<Gap> gaps(Clause clause, Qualification person, Standing major, LocalDate asOf) {
        List<Gap> gaps = new ArrayList<>();
        Clause.Schooling schooling = clause.schooling();
        if (schooling != null) {
            educationGap(schooling, person).ifPresent(gaps::add);
            majorGap(schooling.major(), major).ifPresent(gaps::add);
        }
        Clause.HeldCertificate certificate = clause.certificate();
        if (certificate != null) {
            certificateGap(certificate, person, asOf).ifPresent(gaps::add);
        }
        int worked = person.monthsFor(clause.work());
        if (worked < clause.work().months()) {
            boolean broken = worked < person.workMonths();
            gaps.add(
                    broken
                            ? new Gap.BrokenWork(
                                    worked, person.workMonths(), clause.work().months())
                            : new Gap.ShortWork(worked, clause.work().months()));
        }
        return gaps;
    }

    private static Optional<Gap> educationGap(Clause.Schooling schooling, Qualification person) {
        return person.education().isAtLeast(schooling.atLeast())
                ? Optional.empty()
                : Optional.of(new Gap.LowerEducation(person.education(), schooling.atLeast()));
    }

    private Optional<Gap> majorGap(Clause.Major wanted, Standing major) {
        return switch (wanted) {
            case ANY -> Optional.empty();
            case OTHER ->
                major.isRelated() && ruleSet.otherMajorExclusive()
                        ? Optional.of(new Gap.RelatedMajor(major.major()))
                        : Optional.empty();
            case RELATED ->
                major.isRelated()
                        ? Optional.empty()
                        : Optional.of(new Gap.OtherMajor(major.major(), ruleSet.relatedMajors(), major.ruling()));
        };
    }

    private static Optional<Gap> certificateGap(Clause.HeldCertificate needed, Qualification person, LocalDate asOf) {
        Qualification.EarlierCertificate held = person.certificate();
        if (held == null || held.series() != needed.series() || held.level() != needed.level()) {
            return Optional.of(new Gap.NoCertificate(needed));
        }
        int months = (int) Math.max(0, held.since().until(YearMonth.from(asOf), ChronoUnit.MONTHS));
        return months >= needed.months()
                ? Optional.empty()
                : Optional.of(new Gap.YoungCertificate(months, needed.months()));
    }

    private static boolean soundsRelated(String plain) {
        return SOUNDS_RELATED.matcher(plain).find()
                && !SOUNDS_FOREIGN_TO_THE_FIELD.matcher(plain).find();
    }
}
