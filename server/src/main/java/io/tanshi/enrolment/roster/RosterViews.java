package io.tanshi.enrolment.roster;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.application.Verb;
import io.tanshi.enrolment.checking.ReportViews.DataReportView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the institution sees of its applications. */
final class RosterViews {

    private RosterViews() {}

    record RosterView(List<RosterCount> counts, List<RosterEntry> entries) {}

    record RosterCount(ApplicationState state, String label, int people) {}

    /**
     * A person of the sitting.
     *
     * @param notes those that wait for an answer
     * @param sentIn papers now in force that the candidate has sent in since the return, by their labels
     * @param reports what the candidate reported and nobody has answered
     */
    record RosterEntry(
            UUID id,
            int version,
            String name,
            String maskedNumber,
            String level,
            ApplicationState state,
            String stateLabel,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime decidedAt,
            List<RosterNote> notes,
            List<String> sentIn,
            List<DataReportView> reports) {}

    /** The reviewer's words, verbatim. */
    record RosterNote(
            DocumentKind kind, String label, ReturnReason reason, String reasonLabel, String words, boolean answered) {}

    record RosterDetail(
            RosterEntry entry,
            boolean editable,
            List<RosterField> fields,
            List<RosterDocument> documents,
            List<RosterNote> allNotes,
            List<DataReportView> allReports,
            @Nullable OffsetDateTime confirmedAt,
            List<RosterStep> history) {}

    /** {@code text} is the whole text only while the institution may edit it, otherwise numbers are masked. */
    record RosterField(String column, String label, String text, boolean required) {}

    /** @param sentInAt when the candidate sent this paper in */
    record RosterDocument(
            DocumentKind kind,
            String label,
            boolean present,
            @Nullable String mediaType,
            @Nullable OffsetDateTime sentInAt) {}

    /** @param refusal why this one was not handed in again, null when it was */
    record ResubmissionOutcome(
            UUID id, String name, @Nullable String refusal) {}

    record RosterStep(
            Verb verb,
            String label,
            OffsetDateTime at,
            String actor,
            @Nullable String words) {}
}
