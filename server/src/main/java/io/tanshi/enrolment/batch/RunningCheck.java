package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.Delivery;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    SupplementCheck supplement(Batch batch, TransactionTemplate transactions) {
        return new SupplementCheck(rows, files, dependents, transactions, batch, terms.of(batch.sitting()));
    }

    /** The files decrypted as they are read. */
    Delivery open(List<UploadPart> parts) throws IOException {
        return Delivery.open(
                parts.stream()
                        .map(part -> new Delivery.Part(part.fileName(), () -> files.channel(part.file())))
                        .toList(),
                limits);
    }

    /** Files with the same bytes as one before them, and that one. */
    Map<UploadPart, UploadPart> copies(List<UploadPart> parts) {
        Map<String, UploadPart> first = new HashMap<>();
        Map<UploadPart, UploadPart> copies = new LinkedHashMap<>();
        for (UploadPart part : parts) {
            UploadPart earlier = first.putIfAbsent(files.describe(part.file()).sha256(), part);
            if (earlier != null) {
                copies.put(part, earlier);
            }
        }
        return copies;
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
