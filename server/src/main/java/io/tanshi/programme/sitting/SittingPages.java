package io.tanshi.programme.sitting;

import io.tanshi.programme.Milestone;
import io.tanshi.programme.MilestoneKey;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the administrator's pages on sittings show. Civil times are written without offset: they are Asia/Shanghai. */
final class SittingPages {

    private SittingPages() {}

    /**
     * A line of the list.
     *
     * @param examDay what falls on the exam date
     * @param otherReading the other reading of 第四周周六 when it is another day
     */
    record SittingSummary(
            UUID id,
            String code,
            String name,
            boolean held,
            String examAt,
            String examDay,
            @Nullable LocalDate otherReading,
            String registrationCloses,
            LocalDate resultsBy,
            LocalDate certificatesBy,
            LocalDate lookupFrom,
            boolean provisional) {}

    /** One reading of 第四周周六 with what falls on that day. */
    record SittingReadingView(
            String code, String label, LocalDate date, String words, boolean standard, boolean present) {}

    /** A deadline with its rule and remarks. */
    record DeadlineRow(
            MilestoneKey key,
            String label,
            String rule,
            LocalDate date,
            @Nullable LocalDate until,
            @Nullable String time,
            boolean provisional,
            List<SittingWords.DeadlineRemark> remarks) {

        static DeadlineRow of(Milestone milestone, List<SittingWords.DeadlineRemark> remarks) {
            LocalTime time = milestone.time();
            return new DeadlineRow(
                    milestone.key(),
                    milestone.key().label(),
                    milestone.rule(),
                    milestone.from(),
                    milestone.isSpan() ? milestone.until() : null,
                    time == null ? null : "%02d:%02d".formatted(time.getHour(), time.getMinute()),
                    milestone.provisional(),
                    remarks);
        }
    }

    /** What was set by hand. */
    record SittingHandSet(
            @Nullable String registrationCloses,
            @Nullable String registrationBasis,
            @Nullable LocalDate lookupOpened) {}

    /** A setting of the programme that the sitting runs by. */
    record SittingSettingView(String label, String value) {}

    /** Who is registered. */
    record SittingParticipantsView(int people, List<SittingShareView> institutions) {}

    record SittingShareView(String institution, int people) {}

    /** The page of one sitting. */
    record SittingPage(
            SittingView sitting,
            int version,
            boolean held,
            List<SittingReadingView> readings,
            List<DeadlineRow> deadlines,
            SittingHandSet handSet,
            List<SittingSettingView> settings,
            SittingParticipantsView participants,
            List<SittingStore.SittingChange> history) {}

    /**
     * What a move would lead to: either a refusal with its field, or the sitting as it would be.
     *
     * @param warnings what does not forbid the move but should be known
     */
    record SittingOutlook(
            @Nullable String refusedField,
            @Nullable String refusal,
            @Nullable SittingView sitting,
            List<DeadlineRow> deadlines,
            List<String> warnings) {

        static SittingOutlook refused(String field, String reason) {
            return new SittingOutlook(field, reason, null, List.of(), List.of());
        }
    }
}
