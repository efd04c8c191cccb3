package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.application.Verb;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.platform.PageView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the reviewer's pages receive. */
final class ReviewViews {

    private ReviewViews() {}

    /** The queue with its figures. */
    record ReviewQueue(
            QueueCounts counts,
            List<ColleagueView> colleagues,
            List<QueueInstitution> institutions,
            PageView<QueueItem> items) {}

    /** Figures over the whole queue, whatever is filtered. */
    record QueueCounts(
            int overdue, int dueToday, int dueLater, int paused, int all, int mine, int unclaimed, int escalated) {}

    record ColleagueView(String name, boolean me, int claimed, int decidedToday) {}

    record QueueInstitution(UUID id, String name) {}

    record QueueItem(
            UUID id,
            int version,
            @Nullable OffsetDateTime dueAt,
            boolean dueProvisional,
            WorkTime.Urgency urgency,
            long workMinutes,
            String name,
            String maskedNumber,
            String level,
            String institution,
            List<QueueDocument> documents,
            Verdict verdict,
            String verdictWords,
            ApplicationState state,
            String stateLabel,
            @Nullable ClaimView claim,
            @Nullable DecisionView decision,
            boolean escalated,
            @Nullable String notForBulk,
            @Nullable String waitingFor,
            @Nullable OffsetDateTime submittedAt) {}

    /** A decision that does not show outside yet and can be taken back by who made it. */
    record DecisionView(String label, boolean mine, String name, OffsetDateTime at) {}

    record EscalationView(boolean mine, String name, OffsetDateTime at, String words) {}

    /** What was decided just now, and for how long it can be taken back. */
    record Decided(UUID id, int undoSeconds) {}

    /** Applications that are to be approved together, with the sample a person looks at before. */
    record BulkView(UUID id, int total, int rest, List<BulkSampleItem> sample, boolean approved) {}

    record BulkSampleItem(UUID id, String name, SampleState state) {}

    enum SampleState {
        REMAINING,
        APPROVED,
        NOT_APPROVED
    }

    record BulkOutcome(int approved, List<SkippedItem> skipped, int undoSeconds) {}

    record SkippedItem(UUID id, String name, String why) {}

    record BulkUndone(int undone) {}

    enum QueueDocumentState {
        PRESENT,
        NOT_NEEDED,
        RETURNED
    }

    record QueueDocument(DocumentKind kind, QueueDocumentState state) {}

    record ClaimView(boolean mine, String name, OffsetDateTime since, OffsetDateTime until) {}

    record ClaimedNext(UUID id) {}

    /** Everything beside the documents themselves. */
    record Workbench(
            UUID id,
            int version,
            ApplicationState state,
            String stateLabel,
            String name,
            String maskedNumber,
            String level,
            String institution,
            String sittingName,
            String examDate,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime dueAt,
            boolean dueProvisional,
            WorkTime.Urgency urgency,
            long workMinutes,
            @Nullable ClaimView claim,
            @Nullable DecisionView decision,
            @Nullable EscalationView escalation,
            List<WorkbenchDocument> documents,
            VerdictView verdict,
            List<DataGroup> data,
            List<String> notices,
            List<HistoryView> history,
            List<NoteView> notes,
            List<ReasonCount> commonReasons,
            List<ReasonView> reasons) {}

    record WorkbenchDocument(
            DocumentKind kind,
            String label,
            boolean present,
            boolean needed,
            @Nullable String mediaType,
            long size) {}

    /**
     * What the rules say.
     *
     * @param clauseText of the clause that the evidence is laid out for, the candidate's own case
     * @param alsoHolding the other clauses that hold
     * @param conflicts what the papers say against each other
     */
    record VerdictView(
            Verdict verdict,
            String words,
            @Nullable String clauseText,
            List<HoldingView> alsoHolding,
            List<ConflictView> conflicts,
            List<EvidenceView> evidence,
            List<MissView> misses,
            String ruleSet,
            String asOf,
            List<String> contradictions,
            List<Integer> clauses) {}

    /**
     * One numbered part of a clause.
     *
     * @param holds null when only a person can tell
     * @param gap by how much it does not hold, when that can be said
     */
    record EvidenceView(
            int number,
            String requirement,
            String found,
            @Nullable Boolean holds,
            @Nullable String gap,
            DocumentKind document) {}

    record MissView(int clause, String words) {}

    record HoldingView(int clause, String text) {}

    /**
     * Two papers, or a paper and a register, that cannot both be right.
     *
     * @param consequence what becomes of the conditions if the other one is right
     * @param documents the papers to look at
     * @param clauses the numbers of the conditions that would fall
     */
    record ConflictView(String words, String consequence, List<DocumentKind> documents, List<Integer> clauses) {}

    record DataGroup(String title, DocumentKind document, List<DataRow> rows) {}

    record DataRow(String label, String value, @Nullable String remark, boolean warn) {}

    record HistoryView(
            Verb verb,
            String label,
            OffsetDateTime at,
            String actor,
            @Nullable String words) {}

    record NoteView(
            DocumentKind kind, String label, ReturnReason reason, String reasonLabel, String words, boolean answered) {}

    record ReasonCount(String label, int count) {}

    record ReasonView(ReturnReason reason, int key, String label) {}

    record RevealedNumber(String idNumber) {}
}
