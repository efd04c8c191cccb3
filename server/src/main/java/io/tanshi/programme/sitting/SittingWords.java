package io.tanshi.programme.sitting;

import io.tanshi.programme.CalendarDay;
import io.tanshi.programme.Milestone;
import io.tanshi.programme.SittingReading;
import io.tanshi.programme.Timetable;
import io.tanshi.programme.WorkingDays;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words what falls on a sitting's dates, so that a trap is seen before it is saved. */
@Component
class SittingWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    /** How a remark is meant. */
    enum Tone {
        PLAIN,
        PROVISIONAL,
        OVERRIDE,
        CONFLICT
    }

    /** One remark on a deadline. */
    record DeadlineRemark(Tone tone, String text) {}

    private final WorkingDays days;

    SittingWords(WorkingDays days) {
        this.days = days;
    }

    /** What changed between two states, for the history. */
    static String difference(PlannedSitting before, PlannedSitting after) {
        List<String> parts = new ArrayList<>();
        Timetable.Basis was = before.basis();
        Timetable.Basis is = after.basis();
        if (!was.examDate().equals(is.examDate())) {
            parts.add("考试日 " + was.examDate() + " → " + is.examDate());
        }
        if (!was.closing().equals(is.closing())) {
            parts.add("报名截止 " + MINUTE.format(was.closing()) + " → " + MINUTE.format(is.closing()));
        }
        if (after.registrationBasis() != null && !after.registrationBasis().equals(before.registrationBasis())) {
            parts.add("报名截止依据：" + after.registrationBasis());
        }
        if (is.lookupOpened() != null && was.lookupOpened() == null) {
            parts.add("证书查询自 " + is.lookupOpened() + " 起开放");
        }
        return parts.isEmpty() ? "恢复按规则计算" : String.join("；", parts);
    }

    List<DeadlineRemark> on(Milestone milestone, PlannedSitting sitting) {
        Timetable.Basis basis = sitting.basis();
        return switch (milestone.key()) {
            case REGISTRATION_CLOSES -> registration(basis, sitting);
            case LAST_REVIEW -> lastReview(milestone, basis);
            case SPRINT_CLASS, MOCK_EXAM -> span(milestone);
            case EXAM -> exam(sitting);
            case RESULTS, CERTIFICATES -> counted(milestone, basis.examDate());
            case PUBLIC_LOOKUP ->
                basis.lookupOpened() == null
                        ? counted(milestone, basis.examDate())
                        : List.of(new DeadlineRemark(Tone.OVERRIDE, "由管理员提前开放"));
        };
    }

    /** What falls on the day, and by which reading of 第四周周六 it was taken. */
    private List<DeadlineRemark> exam(PlannedSitting sitting) {
        DeadlineRemark day =
                new DeadlineRemark(Tone.PLAIN, days.on(sitting.examDate()).words());
        boolean fourth = SittingReading.FOURTH_SATURDAY.in(sitting.month()).equals(sitting.examDate());
        boolean ofWeek =
                SittingReading.SATURDAY_OF_FOURTH_WEEK.in(sitting.month()).equals(sitting.examDate());
        if (fourth && ofWeek) {
            return List.of(day);
        }
        if (!fourth && !ofWeek) {
            return List.of(day, new DeadlineRemark(Tone.OVERRIDE, "另定，不是第四周周六"));
        }
        SittingReading taken = fourth ? SittingReading.FOURTH_SATURDAY : SittingReading.SATURDAY_OF_FOURTH_WEEK;
        return List.of(day, new DeadlineRemark(Tone.PLAIN, "按“" + taken.label() + "”的读法"));
    }

    private List<DeadlineRemark> registration(Timetable.Basis basis, PlannedSitting sitting) {
        List<DeadlineRemark> remarks = new ArrayList<>();
        if (basis.registrationCloses() != null) {
            String byRule = DAY.format(basis.closingByRule());
            remarks.add(new DeadlineRemark(Tone.OVERRIDE, "按规则为 %s；%s".formatted(byRule, sitting.registrationBasis())));
        }
        CalendarDay day = days.on(basis.closing().toLocalDate());
        if (day.holiday() != null) {
            remarks.add(new DeadlineRemark(Tone.PLAIN, day.workingDay() ? "调休上班日" : day.words()));
        }
        return remarks;
    }

    private static List<DeadlineRemark> lastReview(Milestone due, Timetable.Basis basis) {
        LocalDate exam = basis.examDate();
        if (!due.from().isBefore(exam)) {
            return List.of(new DeadlineRemark(Tone.CONFLICT, "不早于考试日，末日报名者来不及学习"));
        }
        long left = exam.toEpochDay() - due.from().toEpochDay() - 1;
        DeadlineRemark study = new DeadlineRemark(Tone.PLAIN, "其后到考前还有 %d 天可学习".formatted(left));
        return due.provisional() ? List.of(study, provisional(due.from())) : List.of(study);
    }

    private List<DeadlineRemark> span(Milestone milestone) {
        List<CalendarDay> all = days.between(milestone.from(), milestone.until());
        String holidays = all.stream()
                .filter(day -> day.holiday() != null && !day.workingDay())
                .collect(Collectors.groupingBy(
                        CalendarDay::holiday, java.util.LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> "%s假期 %d 天".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("、"));
        return holidays.isEmpty() ? List.of() : List.of(new DeadlineRemark(Tone.PLAIN, "含" + holidays));
    }

    private List<DeadlineRemark> counted(Milestone due, LocalDate exam) {
        List<CalendarDay> passed = days.between(exam.plusDays(1), due.from());
        List<DeadlineRemark> remarks = new ArrayList<>();
        String skipped = passed.stream()
                .filter(day -> day.holiday() != null && !day.workingDay())
                .map(CalendarDay::holiday)
                .distinct()
                .collect(Collectors.joining("、"));
        if (!skipped.isEmpty()) {
            remarks.add(new DeadlineRemark(Tone.PLAIN, "跳过" + skipped + "假期"));
        }
        String worked = passed.stream()
                .filter(day -> day.holiday() != null && day.workingDay())
                .map(day -> DAY.format(day.date()))
                .collect(Collectors.joining("、"));
        if (!worked.isEmpty()) {
            remarks.add(new DeadlineRemark(Tone.PLAIN, worked + " 调休上班，计入"));
        }
        if (due.provisional()) {
            remarks.add(provisional(due.from()));
        }
        return remarks;
    }

    private static DeadlineRemark provisional(LocalDate day) {
        return new DeadlineRemark(Tone.PROVISIONAL, "%d 年放假安排未公布，按周一至周五计".formatted(day.getYear()));
    }
}
