package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.BatchId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a batch with where it stands.
 *
 * @param updates the returned application that submitting this row would correct
 * @param application the application it became
 * @param version for saying which state an edit was made on
 */
record BatchRow(
        UUID id,
        BatchId batch,
        UUID upload,
        int number,
        Stage stage,
        Draft draft,
        @Nullable ApplicationId updates,
        @Nullable ApplicationId application,
        int version) {

    enum Stage {
        /** Of an upload whose check is not finished: part of nothing yet. */
        CHECKING,
        CURRENT,
        /** The person is registered already and the row says nothing new. */
        SKIPPED,
        /** A later upload brought the row anew. */
        REPLACED,
        SUBMITTED,
        REMOVED
    }

    /** The row after it was checked again. */
    BatchRow placed(RowStanding.Placed placed) {
        return new BatchRow(id, batch, upload, number, placed.stage(), placed.draft(), placed.updates(), null, version);
    }
}
