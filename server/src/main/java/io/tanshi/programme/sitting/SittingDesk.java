package io.tanshi.programme.sitting;

import io.tanshi.platform.Problem;
import io.tanshi.programme.CalendarDay;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.Milestone;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingParticipants;
import io.tanshi.programme.SittingReading;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Timetable;
import io.tanshi.programme.WorkingDays;
import io.tanshi.programme.sitting.PlannedSitting.Decision;
import io.tanshi.programme.sitting.PlannedSitting.Move;
import io.tanshi.programme.sitting.SittingPages.DeadlineRow;
import io.tanshi.programme.sitting.SittingPages.SittingOutlook;
import io.tanshi.programme.sitting.SittingPages.SittingPage;
import io.tanshi.programme.sitting.SittingPages.SittingParticipantsView;
import io.tanshi.programme.sitting.SittingPages.SittingReadingView;
import io.tanshi.programme.sitting.SittingPages.SittingSettingView;
import io.tanshi.programme.sitting.SittingPages.SittingShareView;
import io.tanshi.programme.sitting.SittingPages.SittingSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a sitting out for the administrator: both readings, every deadline, what a move would change. */
@Component
class SittingDesk {

    private final SittingStore store;
    private final WorkingDays days;
    private final ReviewPromise promise;
    private final SittingWords words;
    private final Programmes programmes;
    private final ObjectProvider<SittingParticipants> participants;
    private final SittingRules rules;
    private final Clock clock;

    SittingDesk(
            SittingStore store,
            WorkingDays days,
            ReviewPromise promise,
            SittingWords words,
            Programmes programmes,
            ObjectProvider<SittingParticipants> participants,
            SittingRules rules,
            Clock clock) {
        this.store = store;
        this.days = days;
        this.promise = promise;
        this.words = words;
        this.programmes = programmes;
        this.participants = participants;
        this.rules = rules;
        this.clock = clock;
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<SittingSummary> list() {
        return store.all().reversed().stream().map(this::summary).toList();
    }

    SittingSummary summary(PlannedSitting sitting) {
        Timetable timetable = sitting.timetable(days.current(), promise);
        return new SittingSummary(
                sitting.id().value(),
                sitting.code(),
                sitting.name(),
                sitting.heldBy(LocalDateTime.now(clock)),
                sitting.basis().examDate().atTime(sitting.basis().startsAt()).toString(),
                days.on(sitting.examDate()).words(),
                otherReading(sitting).orElse(null),
                sitting.basis().closing().toString(),
                timetable.resultsBy(),
                timetable.certificatesBy(),
                timetable.lookupFrom(),
                timetable.provisional());
    }

    @Transactional(readOnly = true)
    public SittingPage page(SittingId id) {
        PlannedSitting sitting = load(id);
        return new SittingPage(
                SittingView.of(
                        sitting.asSitting(sitting.timetable(days.current(), promise)), days, OffsetDateTime.now(clock)),
                sitting.version(),
                sitting.heldBy(LocalDateTime.now(clock)),
                readings(sitting),
                rows(sitting),
                new SittingPages.SittingHandSet(
                        Optional.ofNullable(sitting.basis().registrationCloses())
                                .map(LocalDateTime::toString)
                                .orElse(null),
                        sitting.registrationBasis(),
                        sitting.basis().lookupOpened()),
                settings(id),
                participantsOf(id),
                store.history(id));
    }

    /** What a move would lead to; nothing is saved. */
    @Transactional(readOnly = true)
    public SittingOutlook outlook(SittingId id, Move move) {
        PlannedSitting sitting = load(id);
        return switch (sitting.move(move, LocalDateTime.now(clock))) {
            case Decision.Refused refused -> SittingOutlook.refused(refused.field(), refused.reason());
            case Decision.Accepted(PlannedSitting moved) -> accepted(moved);
        };
    }

    /** Every day of the months that a calendar sheet of {@code month} shows. */
    List<CalendarDay> sheet(YearMonth month) {
        return days.between(month.atDay(1).minusDays(6), month.atEndOfMonth().plusDays(6));
    }

    private SittingOutlook accepted(PlannedSitting moved) {
        Sitting sitting = moved.asSitting(moved.timetable(days.current(), promise));
        return new SittingOutlook(
                null, null, SittingView.of(sitting, days, OffsetDateTime.now(clock)), rows(moved), neighbours(moved));
    }

    private List<String> neighbours(PlannedSitting moved) {
        Stream<String> sameDay = store.all().stream()
                .filter(other ->
                        !other.id().equals(moved.id()) && other.examDate().equals(moved.examDate()))
                .map(other -> "与%s同一天开考".formatted(other.name()));
        Stream<String> otherMonth = YearMonth.from(moved.examDate()).equals(moved.month())
                ? Stream.of()
                : Stream.of("考试日不在 %d 月，考期名称不变".formatted(moved.month().getMonthValue()));
        return Stream.concat(sameDay, otherMonth).toList();
    }

    private List<DeadlineRow> rows(PlannedSitting sitting) {
        return sitting.timetable(days.current(), promise).milestones().stream()
                .map(milestone -> row(milestone, sitting))
                .toList();
    }

    private DeadlineRow row(Milestone milestone, PlannedSitting sitting) {
        return DeadlineRow.of(milestone, words.on(milestone, sitting));
    }

    private List<SittingReadingView> readings(PlannedSitting sitting) {
        SittingReading standard = programmes.parameters().sittingReading();
        return Stream.of(standard, standard.other())
                .map(reading -> new SittingReadingView(
                        reading.name(),
                        reading.label(),
                        reading.in(sitting.month()),
                        days.on(reading.in(sitting.month())).words(),
                        reading == standard,
                        reading.in(sitting.month()).equals(sitting.examDate())))
                .toList();
    }

    private Optional<LocalDate> otherReading(PlannedSitting sitting) {
        return Arrays.stream(SittingReading.values())
                .map(reading -> reading.in(sitting.month()))
                .filter(date -> !date.equals(sitting.examDate()))
                .findFirst();
    }

    /** What the next year's sittings would take over; empty when there is no sitting yet. */
    @Transactional(readOnly = true)
    public List<SittingSettingView> copied() {
        return store.latest()
                .map(last -> List.of(
                        new SittingSettingView("沿用", last.code() + " 考期"),
                        new SittingSettingView("开考", last.startsAt().toString()),
                        new SittingSettingView("申报条件", title(last.ruleSet())),
                        new SittingSettingView("资料要求", last.ownMaterials() ? "该考期另定的要求" : "标准")))
                .orElse(List.of());
    }

    private String title(String ruleSet) {
        return rules.find(ruleSet).map(set -> set.title() + " " + set.code()).orElse(ruleSet);
    }

    private List<SittingSettingView> settings(SittingId id) {
        var p = programmes.parameters();
        boolean standard = rules.materials(id).equals(MaterialNeeds.STANDARD);
        return List.of(
                new SittingSettingView("申报条件", title(rules.eligibility(id).code())),
                new SittingSettingView("资料要求", standard ? "标准" : "本考期另定"),
                new SittingSettingView(
                        "时长 · 迟到 · 交卷",
                        "%d · %d · %d 分钟"
                                .formatted(p.durationMinutes(), p.lateEntryMinutes(), p.earliestHandInMinutes())),
                new SittingSettingView("及格线", p.passMark() + " / 100"),
                new SittingSettingView("试卷", "每级别 %d 套，备用卷 %d 套".formatted(p.formsPerLevel(), p.spareForms())));
    }

    private SittingParticipantsView participantsOf(SittingId id) {
        List<SittingShareView> shares = participants.stream()
                .flatMap(port -> port.of(id).stream())
                .map(share -> new SittingShareView(share.institution(), share.people()))
                .toList();
        return new SittingParticipantsView(
                shares.stream().mapToInt(SittingShareView::people).sum(), shares);
    }

    private PlannedSitting load(SittingId id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
    }
}
