package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens what was uploaded and makes the run over it. */
@Component
class RunningCheck {

    private final RowStore rows;
    private final LooseShelf loose;
    private final Files files;
    private final RowCheck rowCheck;
    private final RowStanding standing;
    private final Terms terms;
    private final Dependents dependents;
    private final PackageLimits limits;

    RunningCheck(
            RowStore rows,
            LooseShelf loose,
            Files files,
            RowCheck rowCheck,
            RowStanding standing,
            Terms terms,
            Dependents dependents,
            PackageLimits limits) {
        this.rows = rows;
        this.loose = loose;
        this.files = files;
        this.rowCheck = rowCheck;
        this.standing = standing;
        this.terms = terms;
        this.dependents = dependents;
        this.limits = limits;
    }

    PackageCheck begin(Batch batch, Upload upload, TransactionTemplate transactions) {
        return new PackageCheck(
                new PackageCheck.Tools(rows, loose, files, rowCheck, standing, transactions),
                batch,
                upload,
                terms.of(batch.sitting()));
    }

    /** The upload decrypted as it is read. */
    PackageReader open(Upload upload) throws IOException {
        return UploadedFile.open(upload.fileName(), files.channel(upload.file()), limits);
    }

    Dependents dependents() {
        return dependents;
    }

    PackageLimits limits() {
        return limits;
    }

    void remove(List<FileId> orphans) {
        orphans.forEach(files::delete);
    }
}
