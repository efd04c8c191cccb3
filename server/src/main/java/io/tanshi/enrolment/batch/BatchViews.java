package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.batch.DryRunViews.LearningView;
import io.tanshi.enrolment.intake.Notice;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the institution's pages receive. */
final class BatchViews {

    private BatchViews() {}

    /** A batch in the list. */
    record BatchListEntry(
            UUID id,
            int number,
            UUID sittingId,
            String sittingCode,
            String sittingName,
            OffsetDateTime createdAt,
            BatchCounts counts,
            @Nullable UploadView upload) {}

    /** See {@link Counts}. */
    record BatchCounts(int fresh, int updates, int skipped, int blocked, int noticed, int submitted) {
        static BatchCounts of(Counts c) {
            return new BatchCounts(c.fresh(), c.updates(), c.skipped(), c.blocked(), c.noticed(), c.submitted());
        }
    }

    /** The newest upload; {@code refusal} is there when it could not be taken. */
    record UploadView(
            UUID id,
            String fileName,
            long size,
            Upload.Kind kind,
            Upload.State state,
            OffsetDateTime uploadedAt,
            @Nullable OffsetDateTime checkedAt,
            @Nullable Long checkMillis,
            int rowsDone,
            @Nullable Integer rowsTotal,
            @Nullable UploadRefusal refusal,
            List<PartView> parts) {}

    /** One file of an upload; {@code refusal} is there when it was not taken and the others were. */
    record PartView(
            UUID id, String fileName, long size, @Nullable UploadRefusal refusal) {}

    static PartView part(UploadPart part) {
        return new PartView(part.id(), part.fileName(), part.size(), refusal(part.refusal()));
    }

    static @Nullable UploadRefusal refusal(Upload.@Nullable Refusal refusal) {
        return refusal == null ? null : new UploadRefusal(refusal.code(), refusal.message(), refusal.fix());
    }

    record UploadRefusal(String code, String message, String fix) {}

    /**
     * A batch with everything but its rows.
     *
     * @param unfinished files that are still on their way to it
     * @param looseFiles files that belong to no row yet
     * @param learning whether the people can still finish the course; absent where no course is kept
     */
    record BatchView(
            UUID id,
            int number,
            UUID sittingId,
            String sittingCode,
            String sittingName,
            boolean registrationOpen,
            OffsetDateTime createdAt,
            @Nullable UploadView upload,
            int unfinished,
            BatchCounts counts,
            List<RowTick> strip,
            List<RepairGroup> groups,
            List<BatchNotice> notices,
            int looseFiles,
            @Nullable LearningView learning) {}

    enum TickMark {
        BLOCKED,
        NOTICE,
        READY,
        DONE
    }

    /** One tick of the strip. */
    record RowTick(UUID id, int row, TickMark mark) {}

    /** Blocked rows that are put right in the same way. */
    record RepairGroup(RepairAction action, String label, String about, String how, int rows) {}

    /**
     * Something worth knowing.
     *
     * @param row absent when it concerns the package
     * @param origin the file of the row where its number is not enough
     */
    record BatchNotice(@Nullable Integer row, @Nullable String origin, String code, String message) {

        static BatchNotice of(Notice notice) {
            return of(notice, null);
        }

        static BatchNotice of(Notice notice, @Nullable String origin) {
            return new BatchNotice(notice.row(), origin, notice.code(), notice.message());
        }
    }

    /**
     * The rows that a running check has found so far.
     *
     * @param upload the newest of the batch, absent before the first
     */
    record CheckProgress(
            @Nullable UUID upload,
            Upload.State state,
            int done,
            @Nullable Integer total,
            int filesDone,
            int filesTotal,
            List<CheckedRow> rows) {}

    /** A row that is checked; {@code place} is its number among those of all workbooks. */
    record CheckedRow(int place, int row, String name, String maskedNumber, TickMark mark, String words) {}

    /**
     * A row of the batch with what is to be put right.
     *
     * @param origin the file it stands in, absent where its number is enough to find it
     */
    record BatchRowView(
            UUID id,
            int row,
            int version,
            BatchRow.Stage stage,
            String name,
            String maskedNumber,
            String level,
            List<Integer> clauses,
            @Nullable RepairAction action,
            List<DocumentCell> documents,
            List<ProblemView> problems,
            List<BatchNotice> notices,
            @Nullable String rulingRequest,
            @Nullable UUID applicationId,
            @Nullable String origin) {}

    enum DocumentState {
        OK,
        MISSING,
        BAD,
        NOT_NEEDED
    }

    /**
     * One cell of the person × document matrix.
     *
     * @param file whether there is a file, good or not
     */
    record DocumentCell(
            DocumentKind kind,
            String label,
            DocumentState state,
            boolean file,
            @Nullable String word) {}

    /** What is wrong, found (masked) and expected, and what to do. */
    record ProblemView(
            String code,
            String field,
            @Nullable String column,
            String found,
            String expected,
            String message,
            String fix) {}

    /**
     * The texts of a row for its editor; only its own institution receives them.
     *
     * @param changedBy who changed the row last, absent while nobody has
     */
    record RowTexts(
            UUID id,
            int version,
            List<CellText> cells,
            @Nullable String changedBy,
            @Nullable OffsetDateTime changedAt) {}

    /** @param alsoIn in how many other rows the same is written in this column and could be put right with it */
    record CellText(String column, String label, String text, boolean required, int alsoIn) {}

    /** What a submission has done. */
    record SubmissionView(int submitted, int updated, int skipped, int blocked) {}
}
