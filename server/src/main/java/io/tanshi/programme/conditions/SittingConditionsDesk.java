package io.tanshi.programme.conditions;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.platform.Problem;
import io.tanshi.programme.JudgedApplications;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.ProgrammeError;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingConditionsChanged;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a sitting its rule set and says which papers it asks for; those judged before keep what they were judged by. */
@Service
@Transactional
class SittingConditionsDesk {

    /**
     * Who changes what, and what they saw.
     *
     * @param confirmed whether they know that applications were judged already
     */
    record Act(SittingId sitting, boolean confirmed, String reason, Actor by) {}

    private final ConditionsStore store;
    private final Programmes programmes;
    private final Sittings sittings;
    private final ObjectProvider<JudgedApplications> judged;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SittingConditionsDesk(
            ConditionsStore store,
            Programmes programmes,
            Sittings sittings,
            ObjectProvider<JudgedApplications> judged,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.programmes = programmes;
        this.sittings = sittings;
        this.judged = judged;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    void assign(Act act, String seen, String wanted) {
        ConditionsStore.Used before = used(act.sitting());
        if (!before.ruleSet().equals(seen)) {
            throw changedMeanwhile();
        }
        if (programmes.ruleSets().stream().noneMatch(set -> set.code().equals(wanted))) {
            throw Problem.notFound("这一版条件（只有发布过的版本可以用于考期）");
        }
        if (seen.equals(wanted)) {
            throw Problem.of(ProgrammeError.RULE_SET_REFUSED, "这个考期已经采用这一版条件，没有改动。");
        }
        change(act, before, new ConditionsStore.Used(wanted, before.materials()), "更换条件", seen + " → " + wanted);
    }

    void ask(Act act, Map<String, MaterialNeeds.Need> seen, Map<String, MaterialNeeds.Need> wanted) {
        ConditionsStore.Used before = used(act.sitting());
        if (seen.entrySet().stream().anyMatch(e -> before.materials().of(e.getKey()) != e.getValue())) {
            throw changedMeanwhile();
        }
        if (!MaterialNeeds.SETTABLE.containsAll(wanted.keySet())) {
            throw Problem.of(ProgrammeError.RULE_SET_REFUSED, "身份证和照片每人必交，不能改；其余资料请从列表中选。");
        }
        Map<String, MaterialNeeds.Need> needs = new HashMap<>(before.materials().needs());
        needs.putAll(wanted);
        MaterialNeeds after = new MaterialNeeds(needs);
        if (after.equals(before.materials())) {
            throw Problem.of(ProgrammeError.RULE_SET_REFUSED, "与现在要求的资料相同，没有改动。");
        }
        change(
                act,
                before,
                new ConditionsStore.Used(before.ruleSet(), after),
                "更换资料要求",
                difference(before.materials(), after));
    }

    private void change(Act act, ConditionsStore.Used before, ConditionsStore.Used after, String verb, String detail) {
        Sitting sitting = sittings.find(act.sitting()).orElseThrow(() -> Problem.notFound("这个考期"));
        if (!clock.instant().isBefore(sitting.examAt())) {
            throw Problem.of(ProgrammeError.CONDITIONS_FIXED, sitting.name() + "已开考，条件与资料不能再改。新的要求请用于以后的考期。");
        }
        JudgedApplications.Count count = count(act.sitting());
        if (count.decided() > 0 && !act.confirmed()) {
            throw Problem.of(
                    ProgrammeError.APPLICATIONS_JUDGED,
                    "%s已有 %d 份报名按现行要求判定，其中 %d 份已有审核结论；它们保留原来的依据，只有以后提交的按新要求。确认后再保存。"
                            .formatted(sitting.name(), count.submitted(), count.decided()));
        }
        if (!store.use(act.sitting(), before, after)) {
            throw changedMeanwhile();
        }
        store.note(
                act.sitting(),
                new ConditionsStore.Line(clock.instant(), act.by().label(), verb, act.reason(), detail));
        trail.record(
                act.by(),
                "programme.sitting-conditions-changed",
                "sitting",
                act.sitting(),
                Map.of(
                        "change",
                        detail,
                        "reason",
                        act.reason(),
                        "judgedBefore",
                        count.submitted(),
                        "decidedBefore",
                        count.decided()));
        events.publishEvent(new SittingConditionsChanged(act.sitting(), after.ruleSet(), clock.instant()));
    }

    JudgedApplications.Count count(SittingId sitting) {
        return judged.stream()
                .findFirst()
                .map(port -> port.of(sitting))
                .orElseGet(() -> new JudgedApplications.Count(0, 0));
    }

    private String difference(MaterialNeeds before, MaterialNeeds after) {
        return programmes.materials().stream()
                .filter(material -> before.of(material.code()) != after.of(material.code()))
                .map(material ->
                        material.name() + " " + before.of(material.code()).label() + " → "
                                + after.of(material.code()).label())
                .collect(Collectors.joining("；"));
    }

    private ConditionsStore.Used used(SittingId sitting) {
        return store.usedBy(sitting).orElseThrow(() -> Problem.notFound("这个考期"));
    }

    private static Problem changedMeanwhile() {
        return Problem.of(ProgrammeError.CONDITIONS_CHANGED, "这个考期的条件或资料刚被他人修改，你的改动没有保存。请刷新后再改。");
    }
}
