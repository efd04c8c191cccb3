package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.intake.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was uploaded, in one file or several, and how its check went.
 *
 * @param parts in the order in which they came
 * @param rowsTotal null until the form is read
 * @param skipped rows of people who are registered already and that say nothing new
 */
record Upload(
        UUID id,
        BatchId batch,
        List<UploadPart> parts,
        State state,
        Instant uploadedAt,
        @Nullable Instant checkedAt,
        @Nullable Long checkMillis,
        @Nullable Integer rowsTotal,
        @Nullable Heads heads,
        int skipped,
        List<Notice> notices,
        @Nullable Refusal refusal) {

    Upload {
        parts = List.copyOf(parts);
    }

    enum Kind {
        PACKAGE,
        /** A workbook alone: the papers come from earlier uploads of the batch. */
        WORKBOOK
    }

    enum State {
        WAITING,
        CHECKING,
        CHECKED,
        /** Photos and papers are here, and nobody whom they belong to: the check begins when the form comes. */
        AWAITING_FORM,
        /** The package cannot be taken at all. */
        REFUSED,
        /** The check broke through no fault of the package. */
        FAILED;

        boolean isOver() {
            return this != WAITING && this != CHECKING;
        }
    }

    /** As the institution named its file, or the first of several. */
    String fileName() {
        String first = parts.isEmpty() ? "" : parts.getFirst().fileName();
        return parts.size() > 1 ? first + " 等 " + parts.size() + " 个文件" : first;
    }

    long size() {
        return parts.stream().mapToLong(UploadPart::size).sum();
    }

    Kind kind() {
        return parts.stream().allMatch(UploadPart::isWorkbook) ? Kind.WORKBOOK : Kind.PACKAGE;
    }

    /** The head count that the photo folder declares, and the photos that are there. */
    record Heads(@Nullable Integer declared, int found) {}

    record Refusal(String code, String message, String fix) {}
}
