package io.tanshi.programme.conditions;

import io.tanshi.platform.Problem;
import io.tanshi.programme.JudgedApplications;
import io.tanshi.programme.Material;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import io.tanshi.programme.conditions.ConditionsViews.ConditionsInForce;
import io.tanshi.programme.conditions.ConditionsViews.ConditionsLevelView;
import io.tanshi.programme.conditions.ConditionsViews.ConditionsPage;
import io.tanshi.programme.conditions.ConditionsViews.ConditionsSittingChoice;
import io.tanshi.programme.conditions.ConditionsViews.MaterialNeedView;
import io.tanshi.programme.conditions.ConditionsViews.RuleDraftLine;
import io.tanshi.programme.conditions.ConditionsViews.RuleVersionPage;
import io.tanshi.programme.conditions.ConditionsViews.RuleVersionView;
import io.tanshi.programme.conditions.ConditionsViews.SittingConditionsView;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out versions, drafts and what each sitting uses. */
@Component
@Transactional(readOnly = true)
class ConditionsPages {

    private final ConditionsStore store;
    private final Programmes programmes;
    private final Sittings sittings;
    private final SittingRules rules;
    private final SittingConditionsDesk desk;
    private final Clock clock;

    ConditionsPages(
            ConditionsStore store,
            Programmes programmes,
            Sittings sittings,
            SittingRules rules,
            SittingConditionsDesk desk,
            Clock clock) {
        this.store = store;
        this.programmes = programmes;
        this.sittings = sittings;
        this.rules = rules;
        this.desk = desk;
        this.clock = clock;
    }

    ConditionsPage page() {
        List<Sitting> all = sittings.all();
        Map<UUID, ConditionsStore.Used> used = store.used();
        Map<String, ConditionsStore.Publication> published = store.publications();
        return new ConditionsPage(
                programmes.ruleSets().stream()
                        .map(set -> version(set, published.get(set.code()), usedBy(set, all, used)))
                        .toList(),
                store.drafts().stream().map(ConditionsPages::line).toList(),
                all.stream().map(this::sitting).toList());
    }

    private static List<String> usedBy(RuleSet set, List<Sitting> all, Map<UUID, ConditionsStore.Used> used) {
        return all.stream()
                .filter(sitting -> Optional.ofNullable(used.get(sitting.id().value()))
                        .filter(use -> use.ruleSet().equals(set.code()))
                        .isPresent())
                .map(Sitting::name)
                .toList();
    }

    private static RuleVersionView version(
            RuleSet set, ConditionsStore.@Nullable Publication published, List<String> usedBy) {
        return new RuleVersionView(
                set.code(),
                set.title(),
                set.source(),
                published == null ? null : published.basedOn(),
                published == null ? null : published.publishedBy(),
                published == null ? null : time(published.publishedAt()),
                published == null ? null : published.reason(),
                usedBy);
    }

    private static RuleDraftLine line(ConditionsStore.Draft draft) {
        return new RuleDraftLine(
                draft.rules().code(),
                draft.rules().title(),
                draft.basedOn(),
                draft.version(),
                draft.changedBy(),
                time(draft.changedAt()));
    }

    SittingConditionsView sitting(Sitting sitting) {
        RuleSet set = rules.eligibility(sitting.id());
        JudgedApplications.Count count = desk.count(sitting.id());
        return new SittingConditionsView(
                sitting.id().value(),
                sitting.name(),
                !clock.instant().isBefore(sitting.examAt()),
                set.code(),
                set.title(),
                materials(rules.materials(sitting.id())),
                count.submitted(),
                count.decided());
    }

    /** @param against a code to compare with; null: what it was drafted from */
    RuleVersionPage version(String code, @Nullable String against) {
        Optional<ConditionsStore.Draft> draft = store.draft(code);
        RuleSet set = rules.find(code).orElseThrow(() -> Problem.notFound("这一版条件"));
        String other = against != null
                ? against
                : draft.map(ConditionsStore.Draft::basedOn)
                        .or(() -> Optional.ofNullable(store.publications().get(code))
                                .map(ConditionsStore.Publication::basedOn))
                        .orElse(null);
        RuleSet compared = other == null ? null : rules.find(other).orElseThrow(() -> Problem.notFound("用来对照的那一版条件"));
        return RuleVersionPage.of(set, draft.orElse(null), compared);
    }

    /** @param wanted null: the next sitting, or the latest when none lies ahead */
    ConditionsInForce inForce(@Nullable UUID wanted) {
        Sitting sitting = wanted == null
                ? nearest()
                : sittings.find(new SittingId(wanted)).orElseThrow(() -> Problem.notFound("这个考期"));
        RuleSet set = rules.eligibility(sitting.id());
        Optional<Sitting> before = sittings.all().stream()
                .filter(other -> other.examDate().isBefore(sitting.examDate()))
                .findFirst();
        Optional<RuleSet> earlier = before.map(other -> rules.eligibility(other.id()));
        return new ConditionsInForce(
                sittings.all().stream()
                        .map(s -> new ConditionsSittingChoice(s.id().value(), s.name()))
                        .toList(),
                sitting.id().value(),
                sitting.name(),
                sitting.asOf(),
                set.code(),
                set.title(),
                set.source(),
                ConditionsLevelView.of(set),
                set.relatedMajors().stream().sorted().toList(),
                set.notes(),
                materials(rules.materials(sitting.id())),
                before.map(Sitting::name).orElse(null),
                earlier.map(RuleSet::code).orElse(null),
                earlier.map(old -> RuleComparison.between(old, set)).orElse(List.of()));
    }

    private Sitting nearest() {
        return sittings.upcoming().stream()
                .findFirst()
                .or(() -> sittings.all().stream().findFirst())
                .orElseThrow(() -> Problem.notFound("任何考期"));
    }

    private List<MaterialNeedView> materials(MaterialNeeds needs) {
        return programmes.materials().stream()
                .filter(material -> material.giver() == Material.Giver.CANDIDATE)
                .map(material -> new MaterialNeedView(
                        material.code(),
                        material.name(),
                        needs.of(material.code()),
                        needs.of(material.code()).label(),
                        MaterialNeeds.SETTABLE.contains(material.code()),
                        needs.of(material.code()) == MaterialNeeds.STANDARD.of(material.code())))
                .toList();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
