package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens what was uploaded and makes the run over it. */
@Component
class RunningCheck {

    private final RowStore rows;
    private final Files files;
    private final RowCheck rowCheck;
    private final RowStanding standing;
    private final Terms terms;
    private final Dependents dependents;
    private final PackageLimits limits;

    RunningCheck(
            RowStore rows,
            Files files,
            RowCheck rowCheck,
            RowStanding standing,
            Terms terms,
            Dependents dependents,
            PackageLimits limits) {
        this.rows = rows;
        this.files = files;
        this.rowCheck = rowCheck;
        this.standing = standing;
        this.terms = terms;
        this.dependents = dependents;
        this.limits = limits;
    }

    PackageCheck begin(Batch batch, Upload upload, TransactionTemplate transactions) {
        return new PackageCheck(
                new PackageCheck.Tools(rows, files, rowCheck, standing, transactions),
                batch,
                upload,
                terms.of(batch.sitting()));
    }

    /** The upload decrypted as it is read; a workbook alone is put into a package of its own. */
    PackageReader open(Upload upload) throws IOException {
        return upload.kind() == Upload.Kind.PACKAGE
                ? PackageReader.open(files.channel(upload.file()), limits)
                : PackageReader.open(new SeekableInMemoryByteChannel(wrapped(upload.file())), limits);
    }

    private byte[] wrapped(FileId workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
                InputStream in = files.open(workbook)) {
            zip.putNextEntry(new ZipEntry("报名申报表.xlsx"));
            in.transferTo(zip);
        }
        return bytes.toByteArray();
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
