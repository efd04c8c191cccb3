package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.files.FileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was uploaded, as it came, and how its check went.
 *
 * @param fileName as the institution named it
 * @param rowsTotal null until the form is read
 * @param skipped rows of people who are registered already and that say nothing new
 */
record Upload(
        UUID id,
        BatchId batch,
        FileId file,
        String fileName,
        long size,
        Kind kind,
        State state,
        Instant uploadedAt,
        @Nullable Instant checkedAt,
        @Nullable Long checkMillis,
        @Nullable Integer rowsTotal,
        @Nullable Heads heads,
        int skipped,
        List<Notice> notices,
        @Nullable Refusal refusal) {

    enum Kind {
        PACKAGE,
        /** A workbook alone: the papers come from earlier uploads of the batch. */
        WORKBOOK
    }

    enum State {
        WAITING,
        CHECKING,
        CHECKED,
        /** The package cannot be taken at all. */
        REFUSED,
        /** The check broke through no fault of the package. */
        FAILED;

        boolean isOver() {
            return this != WAITING && this != CHECKING;
        }
    }

    /** The head count that the photo folder declares, and the photos that are there. */
    record Heads(@Nullable Integer declared, int found) {}

    record Refusal(String code, String message, String fix) {}
}
