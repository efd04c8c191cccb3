package io.tanshi.enrolment.rulings;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Ruling;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.eligibility.EligibilityRules;
import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.eligibility.MajorName;
import io.tanshi.enrolment.eligibility.MajorRuling;
import io.tanshi.enrolment.eligibility.MajorRulings;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.programme.Clause;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies what reviewers have ruled on majors, each rule set by itself. */
@Component
@Transactional
public class MajorPrecedents {

    private final RulingStore store;
    private final MajorRulingDesk desk;
    private final SittingRules rules;
    private final Sittings sittings;

    MajorPrecedents(RulingStore store, MajorRulingDesk desk, SittingRules rules, Sittings sittings) {
        this.store = store;
        this.desk = desk;
        this.rules = rules;
        this.sittings = sittings;
    }

    /** What counts for a row that is checked now. */
    @Transactional(readOnly = true)
    public MajorRulings inForce(String ruleSet) {
        Map<String, MajorRuling> known =
                store.inForce(ruleSet).stream().collect(Collectors.toMap(StoredRuling::key, StoredRuling::ruling));
        return major -> Optional.ofNullable(known.get(major));
    }

    /**
     * What counts for an application: rulings in force, and those that were in force when it was submitted, for a
     * revocation does not reach back.
     */
    @Transactional(readOnly = true)
    public MajorRulings knownTo(Dossier dossier) {
        Instant submitted = dossier.submittedAt();
        return major -> store.on(dossier.ruleSet(), major).stream()
                .filter(ruling -> countsFor(ruling, submitted))
                .findFirst()
                .map(StoredRuling::ruling);
    }

    private static boolean countsFor(StoredRuling ruling, @Nullable Instant submitted) {
        StoredRuling.Revocation revocation = ruling.revocation();
        return revocation == null
                || (submitted != null
                        && !ruling.decidedAt().isAfter(submitted)
                        && revocation.at().isAfter(submitted));
    }

    /** The ruling that settles an application that waited for one; empty when it did not wait or nothing is settled. */
    @Transactional(readOnly = true)
    public Optional<Ruling> applied(Dossier dossier) {
        Qualification person = dossier.registration().qualification();
        if (dossier.verdict() != Verdict.NEEDS_RULING || person == null) {
            return Optional.empty();
        }
        EligibilityVerdict verdict = new EligibilityRules(ruleSet(dossier), knownTo(dossier))
                .judge(dossier.level(), person, sittings.get(dossier.sitting()).asOf());
        return verdict.decidingPrecedent()
                .flatMap(precedent -> verdict.reliedOn()
                        .map(clause -> new Ruling(clause.number(), "专业：" + precedent.major(), precedent.words())));
    }

    /** Remembers the ruling on an application that waited for one on its major, unless one is in force already. */
    public void learn(Dossier dossier, Ruling ruling, Actor by) {
        Qualification person = dossier.registration().qualification();
        if (dossier.verdict() != Verdict.NEEDS_RULING || person == null || !isForRelatedMajors(dossier, ruling)) {
            return;
        }
        String key = MajorName.plain(person.major());
        if (inForce(dossier.ruleSet()).on(key).isEmpty()) {
            desk.remember(dossier, person.major(), true, ruling.reason(), by);
        }
    }

    private boolean isForRelatedMajors(Dossier dossier, Ruling ruling) {
        return ruleSet(dossier).clausesOf(dossier.level()).stream()
                .filter(clause -> clause.number() == ruling.clause())
                .map(Clause::schooling)
                .anyMatch(schooling -> schooling != null && schooling.major() == Clause.Major.RELATED);
    }

    private RuleSet ruleSet(Dossier dossier) {
        return rules.find(dossier.ruleSet()).orElseGet(() -> rules.eligibility(dossier.sitting()));
    }
}
