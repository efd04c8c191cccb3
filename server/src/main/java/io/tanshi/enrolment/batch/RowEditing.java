package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import io.tanshi.programme.ReviewPromise;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every change of a row on the page begins and ends with: nobody else was quicker, and the row is checked again. */
@Component
class RowEditing {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ReviewPromise.ZONE);

    private final BatchStore batches;
    private final UploadStore uploads;
    private final RowStore rows;
    private final Dependents dependents;
    private final Clock clock;

    RowEditing(BatchStore batches, UploadStore uploads, RowStore rows, Dependents dependents, Clock clock) {
        this.batches = batches;
        this.uploads = uploads;
        this.rows = rows;
        this.dependents = dependents;
        this.clock = clock;
    }

    /** The row, locked with its batch, as the caller has seen it. */
    BatchRow editable(Batch batch, UUID rowId, int version) {
        batches.lock(batch.id());
        uploads.requireIdle(batch.id());
        BatchRow row = rows.row(batch.id(), rowId);
        if (row.stage() == Stage.SUBMITTED) {
            throw Problem.of(EnrolmentError.ROW_CHANGED, "第 " + row.number() + " 行已经提交。需要更正时，请到“名单与补正”。");
        }
        if (row.version() != version) {
            throw Problem.of(EnrolmentError.ROW_CHANGED, changed(row));
        }
        return row;
    }

    private String changed(BatchRow row) {
        String where = "第 " + row.number() + " 行";
        return rows.lastChange(row.id())
                .map(change ->
                        where + "在 " + TIME.format(change.at()) + " 已由" + change.by() + "修改，您的这次改动没有写入。请对照现在的内容再保存。")
                .orElse(where + "刚刚因其他行的改动重新检查过，您的这次改动没有写入。请再保存一次。");
    }

    /** Checks the row with these texts and exactly these files, and those that were blocked because of it. */
    void checkAgain(
            Batch batch,
            BatchRow row,
            Registration registration,
            Map<DocumentKind, Document> files,
            @Nullable String ruling,
            CurrentAccount me) {
        RowChange change = new RowChange(me.displayName(), clock.instant());
        RowStanding.Placed placed = dependents.checked(batch, row.id(), registration, files, ruling);
        rows.update(row.placed(placed), files.values(), change);
        dependents.release(batch, Set.of(row.id()));
    }
}
