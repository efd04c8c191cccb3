package io.tanshi.enrolment.rulings;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.MajorRuling;
import io.tanshi.enrolment.eligibility.MajorRulings;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.rulings.TrialViews.ReplayedCase;
import io.tanshi.enrolment.rulings.TrialViews.RuleReplay;
import io.tanshi.enrolment.rulings.TrialViews.TrialMiss;
import io.tanshi.enrolment.rulings.TrialViews.TrialVerdict;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries rule sets, drafts too, on a made-up person or on the applications of a sitting; nothing is changed. */
@Component
@Transactional(readOnly = true)
class RuleTrial {

    private static final int SHOWN = 100;

    private final SittingRules rules;
    private final Sittings sittings;
    private final MajorPrecedents precedents;
    private final Dossiers dossiers;

    RuleTrial(SittingRules rules, Sittings sittings, MajorPrecedents precedents, Dossiers dossiers) {
        this.rules = rules;
        this.sittings = sittings;
        this.precedents = precedents;
        this.dossiers = dossiers;
    }

    TrialVerdict judge(String code, Level level, Qualification person, LocalDate asOf) {
        RuleSet set = ruleSet(code);
        EligibilityVerdict verdict = new EligibilityRules(set, precedents.inForce(code)).judge(level, person, asOf);
        return new TrialVerdict(
                set.code(),
                set.title(),
                verdict.isEligible(),
                verdict.needsRulingOnMajor(),
                words(verdict),
                verdict.reliedOn().map(Clause::text).orElse(null),
                verdict.decidingPrecedent().map(MajorRuling::words).orElse(null),
                verdict.misses().stream()
                        .map(miss -> new TrialMiss(
                                miss.clause().label(), miss.clause().text(), miss.words()))
                        .toList());
    }

    /** Judges every application of a sitting by its own rule set and by another one. */
    RuleReplay replay(SittingId id, String code) {
        Sitting sitting = sittings.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
        RuleSet set = ruleSet(code);
        EligibilityRules other = new EligibilityRules(set, precedents.inForce(code));
        Tally tally = new Tally();
        dossiers.each(id, dossier -> tally.add(dossier, sitting.asOf(), other));
        return new RuleReplay(
                sitting.name(),
                set.code(),
                tally.total,
                tally.unjudged,
                tally.gained,
                tally.lost,
                tally.otherwise,
                List.copyOf(tally.cases));
    }

    private final class Tally {
        private int total;
        private int unjudged;
        private int gained;
        private int lost;
        private int otherwise;
        private final List<ReplayedCase> cases = new ArrayList<>();

        void add(Dossier dossier, LocalDate asOf, EligibilityRules other) {
            if (dossier.state() == ApplicationState.WITHDRAWN || dossier.state() == ApplicationState.DRAFT) {
                return;
            }
            total++;
            Qualification person = dossier.registration().qualification();
            if (person == null) {
                unjudged++;
                return;
            }
            EligibilityVerdict before = own(dossier).judge(dossier.level(), person, asOf);
            EligibilityVerdict after = other.judge(dossier.level(), person, asOf);
            if (words(before).equals(words(after))) {
                return;
            }
            gained += !before.isEligible() && after.isEligible() ? 1 : 0;
            lost += before.isEligible() && !after.isEligible() ? 1 : 0;
            otherwise += before.isEligible() == after.isEligible() ? 1 : 0;
            if (cases.size() < SHOWN) {
                cases.add(ReplayedCase.of(cases.size() + 1, dossier.level(), person, words(before), words(after)));
            }
        }

        private EligibilityRules own(Dossier dossier) {
            RuleSet set = rules.find(dossier.ruleSet()).orElseGet(() -> rules.eligibility(dossier.sitting()));
            MajorRulings known = precedents.knownTo(dossier);
            return new EligibilityRules(set, known);
        }
    }

    private static String words(EligibilityVerdict verdict) {
        if (verdict.isEligible()) {
            return "符合 " + verdict.holding().stream().map(Clause::label).collect(Collectors.joining("、"));
        }
        return verdict.needsRulingOnMajor()
                ? "专业待裁定，裁定后符合 "
                        + verdict.awaitingRuling().stream().map(Clause::label).collect(Collectors.joining("、"))
                : "不符合任何一条";
    }

    private RuleSet ruleSet(String code) {
        return rules.find(code).orElseThrow(() -> Problem.notFound("这一版条件“" + code + "”"));
    }
}
