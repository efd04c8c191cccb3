package io.tanshi.programme.sitting;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.platform.Problem;
import io.tanshi.programme.MilestoneKey;
import io.tanshi.programme.ProgrammeError;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingMoved;
import io.tanshi.programme.WorkingDays;
import io.tanshi.programme.sitting.PlannedSitting.Decision;
import io.tanshi.programme.sitting.PlannedSitting.Move;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates sittings, moves them and opens the look-up early; each act with its history line and audit entry. */
@Service
class SittingPlanning {

    /** The bell of a new sitting. */
    static final LocalTime BELL = LocalTime.of(9, 0);

    /** Who changes what, and what they saw when they decided. */
    record Act(SittingId id, int seenVersion, String reason, Actor actor) {}

    private final SittingStore store;
    private final Programmes programmes;
    private final WorkingDays days;
    private final ReviewPromise promise;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SittingPlanning(
            SittingStore store,
            Programmes programmes,
            WorkingDays days,
            ReviewPromise promise,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.programmes = programmes;
        this.days = days;
        this.promise = promise;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The sittings of a year that could still be created: those that do not exist and lie ahead. */
    @Transactional(readOnly = true)
    public List<PlannedSitting> missingOf(int year) {
        int thisYear = LocalDate.now(clock).getYear();
        if (year < thisYear || year > thisYear + 3) {
            throw Problem.of(
                            ProgrammeError.SITTING_YEAR_REFUSED,
                            "年份应在 %d 至 %d 之间，发现 %d。".formatted(thisYear, thisYear + 3, year))
                    .field("year", "年份超出范围");
        }
        LocalTime bell = store.latest().map(SittingStore.Copied::startsAt).orElse(BELL);
        return programmes.current().examMonths().stream()
                .map(month -> planned(YearMonth.of(year, month), bell))
                .filter(sitting -> sitting.examDate().isAfter(LocalDate.now(clock)))
                .filter(sitting -> store.findByCode(sitting.code()).isEmpty())
                .toList();
    }

    /** Creates every missing sitting of a year by the reading of this installation. */
    @Transactional
    public List<PlannedSitting> createYear(int year, Actor actor) {
        List<PlannedSitting> missing = missingOf(year);
        if (missing.isEmpty()) {
            throw Problem.of(ProgrammeError.SITTING_EXISTS, "%d 年没有可以新建的考期：都已建立，或日期已过。".formatted(year))
                    .field("year", "没有可以新建的考期");
        }
        String copied = store.latest()
                .map(last -> "，沿用 %s 的开考时间、申报条件与资料要求".formatted(last.code()))
                .orElse("");
        missing.forEach(sitting -> add(sitting, "按第四周周六的规则建立 %d 年考期".formatted(year) + copied, actor));
        return missing;
    }

    /** Creates one sitting unless it exists; what the shipped data and a first start need. */
    @Transactional
    public void createIfMissing(YearMonth month, LocalTime startsAt, Actor actor) {
        PlannedSitting sitting = planned(month, startsAt);
        if (store.findByCode(sitting.code()).isEmpty()) {
            add(sitting, "随安装建立", actor);
        }
    }

    @Transactional
    public PlannedSitting move(Act act, Move move) {
        PlannedSitting before = load(act.id());
        PlannedSitting after =
                accepted(before.move(move, LocalDateTime.now(clock)), ProgrammeError.SITTING_DATE_REFUSED);
        replace(before, after, act, "改期");
        events.publishEvent(new SittingMoved(
                act.id(), before.examDate(), after.examDate(), closing(before, after), clock.instant()));
        return after;
    }

    private static SittingMoved.@Nullable Closing closing(PlannedSitting before, PlannedSitting after) {
        LocalDateTime was = before.basis().closing();
        LocalDateTime is = after.basis().closing();
        return was.equals(is) ? null : new SittingMoved.Closing(was, is);
    }

    @Transactional
    public PlannedSitting openLookup(Act act) {
        PlannedSitting before = load(act.id());
        LocalDate byRule = before.timetable(days.current(), promise)
                .get(MilestoneKey.PUBLIC_LOOKUP)
                .from();
        PlannedSitting after = accepted(before.openLookup(LocalDate.now(clock), byRule), ProgrammeError.LOOKUP_REFUSED);
        replace(before, after, act, "提前开放查询");
        return after;
    }

    private PlannedSitting planned(YearMonth month, LocalTime startsAt) {
        var parameters = programmes.parameters();
        return PlannedSitting.plan(month, parameters.sittingReading(), startsAt, parameters.deadlineRules());
    }

    private void add(PlannedSitting sitting, String reason, Actor actor) {
        store.add(sitting, programmes.parameters().eligibilityRuleSet());
        store.note(
                sitting.id(),
                new SittingStore.SittingChange(
                        clock.instant(), actor.label(), "建立", reason, "考试日 " + sitting.examDate()));
        trail.record(
                actor,
                "programme.sitting-created",
                "sitting",
                sitting.id(),
                Map.of("code", sitting.code(), "examDate", sitting.examDate().toString()));
    }

    private void replace(PlannedSitting before, PlannedSitting after, Act act, String verb) {
        if (before.version() != act.seenVersion() || !store.replace(after, before.version())) {
            throw Problem.of(
                    ProgrammeError.SITTING_CHANGED, "%s刚被他人修改，你的改动没有保存。请重新打开此页，核对现值后再改。".formatted(before.name()));
        }
        String detail = SittingWords.difference(before, after);
        store.note(
                act.id(),
                new SittingStore.SittingChange(clock.instant(), act.actor().label(), verb, act.reason(), detail));
        trail.record(
                act.actor(),
                verb.equals("改期") ? "programme.sitting-moved" : "programme.lookup-opened",
                "sitting",
                act.id(),
                Map.of("code", after.code(), "change", detail, "reason", act.reason()));
    }

    private PlannedSitting load(SittingId id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
    }

    private static PlannedSitting accepted(Decision decision, ProgrammeError error) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.sitting();
            case Decision.Refused refused ->
                throw Problem.of(error, "考期没有改动，请按提示修改后再保存。").field(refused.field(), refused.reason());
        };
    }
}
