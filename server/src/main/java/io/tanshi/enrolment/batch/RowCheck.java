package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchListener;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Scratch;
import io.tanshi.enrolment.workbook.FormWorkbook;
import io.tanshi.files.Files;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Checks one person again by the very check of a package: the row and its files are packed. */
@Component
public class RowCheck {

    private final Files files;
    private final PackageLimits limits;

    RowCheck(Files files, PackageLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    /** What the check says of the row with these files; other rows of its batch are not looked at. */
    public RowReport check(Registration registration, Collection<Document> documents, BatchTerms terms) {
        try (PackageReader reader = PackageReader.open(pack(registration, documents), limits)) {
            return new BatchCheck(terms, limits)
                    .check(reader, BatchListener.SILENT)
                    .rows()
                    .getFirst()
                    .in(registration.formRow().origin());
        } catch (PackageRefusedException e) {
            throw Problem.of(EnrolmentError.ROW_NOT_READY, e.words() + e.fix());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel pack(Registration registration, Collection<Document> documents) throws IOException {
        FileChannel packed = Scratch.open();
        try {
            pack(registration, documents, Channels.newOutputStream(packed));
            return packed.position(0);
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }

    private void pack(Registration registration, Collection<Document> documents, OutputStream out) throws IOException {
        // Finished, not closed: the file would be gone with its stream.
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry("报名申报表.xlsx"));
        zip.write(FormWorkbook.single(registration));
        String person = (registration.name() + "_" + registration.documentNumber()).replaceAll("[/\\\\]", "");
        for (Document document : inOrder(documents)) {
            zip.putNextEntry(new ZipEntry(path(document, person)));
            try (InputStream in = files.open(document.fileId())) {
                in.transferTo(zip);
            }
        }
        zip.finish();
    }

    private static List<Document> inOrder(Collection<Document> documents) {
        return documents.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
    }

    private static String path(Document document, String person) {
        return document.kind() == DocumentKind.PHOTO
                ? "照片/" + person + ".jpg"
                : person + "/" + document.kind().fileName() + ".jpg";
    }
}
