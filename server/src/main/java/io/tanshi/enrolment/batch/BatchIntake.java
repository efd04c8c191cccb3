package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.programme.SittingId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The whole way of a package without a browser: open, upload, check, submit what can be submitted. For demo data. */
@Component
public class BatchIntake {

    private final UploadDesk desk;
    private final BatchStore batches;
    private final CheckRunner checks;
    private final RowStore rows;
    private final RowDesk rowDesk;
    private final Submission submission;

    BatchIntake(
            UploadDesk desk,
            BatchStore batches,
            CheckRunner checks,
            RowStore rows,
            RowDesk rowDesk,
            Submission submission) {
        this.desk = desk;
        this.batches = batches;
        this.checks = checks;
        this.rows = rows;
        this.rowDesk = rowDesk;
        this.submission = submission;
    }

    public boolean hasAny(CurrentAccount institution) {
        return !batches.ofInstitution(institution.requireInstitution()).isEmpty();
    }

    /** Waits for the check; rows with problems stay drafts. */
    public BatchId take(SittingId sitting, String fileName, InputStream content, CurrentAccount by) throws IOException {
        return take(sitting, fileName, content, null, by);
    }

    /** @param ruling why a person should rule on those who meet no clause; null: they stay drafts like the others */
    public BatchId take(
            SittingId sitting, String fileName, InputStream content, @Nullable String ruling, CurrentAccount by)
            throws IOException {
        Batch batch = desk.open(sitting, by);
        UUID upload = desk.receive(batch, fileName, -1, content, by);
        checks.run(upload);
        if (ruling != null) {
            for (UUID row : rows.withProblem(batch.id(), Set.of(Draft.NOT_ELIGIBLE))) {
                rowDesk.requestRuling(batch, row, rows.row(batch.id(), row).version(), ruling, by);
            }
        }
        submission.submit(batch, by.actor());
        return batch.id();
    }
}
