package io.tanshi.programme;

import static io.tanshi.programme.MilestoneKey.CERTIFICATES;
import static io.tanshi.programme.MilestoneKey.EXAM;
import static io.tanshi.programme.MilestoneKey.LAST_REVIEW;
import static io.tanshi.programme.MilestoneKey.MOCK_EXAM;
import static io.tanshi.programme.MilestoneKey.PUBLIC_LOOKUP;
import static io.tanshi.programme.MilestoneKey.REGISTRATION_CLOSES;
import static io.tanshi.programme.MilestoneKey.RESULTS;
import static io.tanshi.programme.MilestoneKey.SPRINT_CLASS;

import io.tanshi.kernel.WorkingDayCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All dates that follow from one exam date, in the order of the journey.
 *
 * @param milestones one for each {@link MilestoneKey}
 */
public record Timetable(List<Milestone> milestones) {

    /** The second at which registration closes on its last day. */
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /**
     * What the dates follow from.
     *
     * @param registrationCloses when it differs from the rule; null: by the rule
     * @param lookupOpened the day on which the public look-up was opened early; null: by the rule
     */
    public record Basis(
            LocalDate examDate,
            LocalTime startsAt,
            @Nullable LocalDateTime registrationCloses,
            @Nullable LocalDate lookupOpened,
            DeadlineRules rules) {

        /** The close of registration in force. */
        public LocalDateTime closing() {
            return registrationCloses != null ? registrationCloses : closingByRule();
        }

        /** The close of registration by the rule alone. */
        public LocalDateTime closingByRule() {
            return examDate.minusDays(rules.registrationClosesDaysBefore()).atTime(END_OF_DAY);
        }
    }

    public Timetable {
        milestones = List.copyOf(milestones);
    }

    /** Derives every date; the calendar decides which of them are provisional. */
    public static Timetable of(Basis basis, WorkingDayCalendar days, ReviewPromise promise) {
        DeadlineRules rules = basis.rules();
        return new Timetable(List.of(
                registrationCloses(basis),
                lastReview(basis, promise),
                span(SPRINT_CLASS, basis, rules.sprintDaysBefore(), 1, "考前 %d 日内".formatted(rules.sprintDaysBefore())),
                span(
                        MOCK_EXAM,
                        basis,
                        rules.mockOpensDaysBefore(),
                        rules.mockClosesDaysBefore(),
                        "考前 %d 日至 %d 日".formatted(rules.mockOpensDaysBefore(), rules.mockClosesDaysBefore())),
                Milestone.on(EXAM, basis.examDate(), basis.startsAt(), false, "第四周周六"),
                counted(RESULTS, basis, days, rules.resultsWorkingDays()),
                counted(CERTIFICATES, basis, days, rules.certificatesWorkingDays()),
                lookup(basis, days)));
    }

    /** The milestone of that name. */
    public Milestone get(MilestoneKey key) {
        return milestones.stream().filter(m -> m.key() == key).findFirst().orElseThrow();
    }

    /** The latest day for the results. */
    public LocalDate resultsBy() {
        return get(RESULTS).from();
    }

    /** The latest day for the certificates. */
    public LocalDate certificatesBy() {
        return get(CERTIFICATES).from();
    }

    /** The day from which anyone can look a certificate up. */
    public LocalDate lookupFrom() {
        return get(PUBLIC_LOOKUP).from();
    }

    /** Whether any date may still move with the announcement of a year's days off. */
    public boolean provisional() {
        return milestones.stream().anyMatch(Milestone::provisional);
    }

    private static Milestone registrationCloses(Basis basis) {
        LocalDateTime closing = basis.closing();
        String rule = "考前 %d 日 23:59".formatted(basis.rules().registrationClosesDaysBefore());
        return Milestone.on(REGISTRATION_CLOSES, closing.toLocalDate(), closing.toLocalTime(), false, rule);
    }

    private static Milestone lastReview(Basis basis, ReviewPromise promise) {
        ReviewPromise.DueTime due =
                promise.dueFor(basis.closing().atZone(ReviewPromise.ZONE).toInstant());
        LocalDateTime at = LocalDateTime.ofInstant(due.at(), ReviewPromise.ZONE);
        String rule = "次 1 个工作日 " + at.toLocalTime();
        return Milestone.on(LAST_REVIEW, at.toLocalDate(), at.toLocalTime(), due.provisional(), rule);
    }

    private static Milestone span(MilestoneKey key, Basis basis, int opens, int closes, String rule) {
        LocalDate exam = basis.examDate();
        return new Milestone(key, exam.minusDays(opens), exam.minusDays(closes), null, false, rule);
    }

    private static Milestone counted(MilestoneKey key, Basis basis, WorkingDayCalendar days, int count) {
        WorkingDayCalendar.Due due = days.addWorkingDays(basis.examDate(), count);
        return Milestone.on(key, due.date(), null, due.provisional(), "考后 %d 工作日".formatted(count));
    }

    private static Milestone lookup(Basis basis, WorkingDayCalendar days) {
        Milestone byRule = counted(PUBLIC_LOOKUP, basis, days, basis.rules().publicLookupWorkingDays());
        LocalDate opened = basis.lookupOpened();
        return opened == null ? byRule : Milestone.on(PUBLIC_LOOKUP, opened, null, false, byRule.rule());
    }
}
