package io.tanshi.programme.sitting;

import io.tanshi.programme.Milestone;
import io.tanshi.programme.MilestoneKey;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.WorkingDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sitting as every role sees it: what the period ruler draws.
 *
 * @param registrationOpen whether applications are taken at the moment of the answer
 * @param milestones those of the ruler, in order
 * @param days every day from before the first milestone to after the last one
 */
public record SittingView(
        UUID id,
        String code,
        String name,
        LocalDate examDate,
        OffsetDateTime examAt,
        OffsetDateTime registrationClosesAt,
        boolean registrationOpen,
        List<MilestoneView> milestones,
        List<DayView> days) {

    /**
     * One mark of the ruler.
     *
     * @param until the last day of a span, absent for a single day
     * @param note set behind the label, e.g. 15 工作日
     */
    public record MilestoneView(
            MilestoneKey key,
            String label,
            LocalDate date,
            @Nullable LocalDate until,
            @Nullable String time,
            boolean provisional,
            @Nullable String note,
            String rule) {

        static MilestoneView of(Milestone milestone) {
            LocalTime time = milestone.time();
            return new MilestoneView(
                    milestone.key(),
                    label(milestone.key()),
                    milestone.from(),
                    milestone.isSpan() ? milestone.until() : null,
                    time == null ? null : "%02d:%02d".formatted(time.getHour(), time.getMinute()),
                    milestone.provisional(),
                    note(milestone),
                    milestone.rule());
        }

        private static String label(MilestoneKey key) {
            return key == MilestoneKey.CERTIFICATES ? "发证" : key.label();
        }

        private static @Nullable String note(Milestone milestone) {
            String days = milestone.rule().replaceAll("\\D", "");
            return switch (milestone.key()) {
                case RESULTS -> days + " 工作日";
                case CERTIFICATES, PUBLIC_LOOKUP -> days;
                default -> null;
            };
        }
    }

    /** One day of the ruler. */
    public record DayView(LocalDate date, boolean workingDay) {}

    /** Others fall so close to these that their labels would cover each other. */
    private static final Set<MilestoneKey> OF_RULER =
            EnumSet.complementOf(EnumSet.of(MilestoneKey.LAST_REVIEW, MilestoneKey.SPRINT_CLASS));

    private static final int LEAD_DAYS = 35;
    private static final int TAIL_DAYS = 14;

    public SittingView {
        milestones = List.copyOf(milestones);
        days = List.copyOf(days);
    }

    /** The sitting as seen at {@code now}. */
    public static SittingView of(Sitting sitting, WorkingDays calendar, OffsetDateTime now) {
        LocalDate first = sitting.examDate().minusDays(LEAD_DAYS);
        LocalDate today = now.toLocalDate();
        LocalDate from = today.isBefore(first) ? today.minusDays(7) : first;
        List<DayView> days = calendar
                .between(from, sitting.timetable().lookupFrom().plusDays(TAIL_DAYS))
                .stream()
                .map(day -> new DayView(day.date(), day.workingDay()))
                .toList();
        return new SittingView(
                sitting.id().value(),
                sitting.code(),
                sitting.name(),
                sitting.examDate(),
                sitting.examAt().atZone(ReviewPromise.ZONE).toOffsetDateTime(),
                sitting.registrationClosesAt().atZone(ReviewPromise.ZONE).toOffsetDateTime(),
                sitting.registrationOpen(now.toInstant()),
                marks(sitting),
                days);
    }

    /** The marks of a sitting's ruler. */
    static List<MilestoneView> marks(Sitting sitting) {
        return sitting.timetable().milestones().stream()
                .filter(milestone -> OF_RULER.contains(milestone.key()))
                .map(MilestoneView::of)
                .toList();
    }
}
