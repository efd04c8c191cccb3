package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.programme.SittingId;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The whole way of a package without a browser: open, upload, check, submit what can be submitted. For demo data. */
@Component
public class BatchIntake {

    private final UploadDesk desk;
    private final BatchStore batches;
    private final CheckRunner checks;
    private final Submission submission;

    BatchIntake(UploadDesk desk, BatchStore batches, CheckRunner checks, Submission submission) {
        this.desk = desk;
        this.batches = batches;
        this.checks = checks;
        this.submission = submission;
    }

    public boolean hasAny(CurrentAccount institution) {
        return !batches.ofInstitution(institution.requireInstitution()).isEmpty();
    }

    /** Waits for the check; rows with problems stay drafts. */
    public BatchId take(SittingId sitting, String fileName, InputStream content, CurrentAccount by) throws IOException {
        Batch batch = desk.open(sitting, by);
        UUID upload = desk.receive(batch, fileName, -1, content, by);
        checks.run(upload);
        submission.submit(batch, by.actor());
        return batch.id();
    }
}
