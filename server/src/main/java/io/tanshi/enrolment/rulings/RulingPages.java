package io.tanshi.enrolment.rulings;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.MajorName;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.rulings.RulingViews.CaseRulingView;
import io.tanshi.enrolment.rulings.RulingViews.MajorQuestion;
import io.tanshi.enrolment.rulings.RulingViews.MajorRulingView;
import io.tanshi.enrolment.rulings.RulingViews.RulingsPage;
import io.tanshi.platform.PageView;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Clause;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out rulings, and the question that one application raises. */
@Component
@Transactional(readOnly = true)
class RulingPages {

    private static final int CASES = 100;
    private static final int SIMILAR = 5;
    private static final int SHARED = 2;

    private final RulingStore store;
    private final MajorPrecedents precedents;
    private final Dossiers dossiers;
    private final SittingRules rules;
    private final Sittings sittings;

    RulingPages(
            RulingStore store, MajorPrecedents precedents, Dossiers dossiers, SittingRules rules, Sittings sittings) {
        this.store = store;
        this.precedents = precedents;
        this.dossiers = dossiers;
        this.rules = rules;
        this.sittings = sittings;
    }

    RulingsPage page(String ruleSet, String words, int page, int size) {
        List<MajorRulingView> found = store.search(ruleSet, words, page, size).stream()
                .map(MajorRulingView::of)
                .toList();
        return new RulingsPage(
                new PageView<>(found, store.count(ruleSet, words), page, size),
                store.cases(ruleSet, words, CASES).stream()
                        .map(CaseRulingView::of)
                        .toList());
    }

    MajorQuestion question(ApplicationId id) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> Problem.notFound("这份报名"));
        Qualification person = dossier.registration().qualification();
        RuleSet set = rules.find(dossier.ruleSet()).orElseGet(() -> rules.eligibility(dossier.sitting()));
        if (person == null) {
            return new MajorQuestion("", set.code(), false, false, List.of(), null, List.of());
        }
        String key = MajorName.plain(person.major());
        EligibilityVerdict verdict = new EligibilityRules(set, precedents.knownTo(dossier))
                .judge(dossier.level(), person, sittings.get(dossier.sitting()).asOf());
        boolean known = precedents.knownTo(dossier).on(key).isPresent();
        return new MajorQuestion(
                person.major(),
                set.code(),
                set.relatedMajors().contains(key),
                verdict.needsRulingOnMajor(),
                verdict.awaitingRuling().stream().map(Clause::label).toList(),
                known
                        ? store.on(set.code(), key).stream()
                                .findFirst()
                                .map(MajorRulingView::of)
                                .orElse(null)
                        : null,
                similar(set.code(), key));
    }

    private List<MajorRulingView> similar(String ruleSet, String key) {
        return store.inForce(ruleSet).stream()
                .filter(ruling -> !ruling.key().equals(key) && resembles(ruling.key(), key))
                .limit(SIMILAR)
                .map(MajorRulingView::of)
                .toList();
    }

    /** Whether both hold the same two characters in a row; 环境监测 and 环境规划 do. */
    private static boolean resembles(String one, String other) {
        for (int i = 0; i + SHARED <= one.length(); i++) {
            String part = one.substring(i, i + SHARED);
            if (!part.equals("工程") && !part.equals("技术") && !part.equals("科学") && other.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
