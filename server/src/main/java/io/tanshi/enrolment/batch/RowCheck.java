package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchListener;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.workbook.FormWorkbook;
import io.tanshi.files.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.springframework.stereotype.Component;

/** Checks one person again by the very check of a package: the row and its files are packed in memory. */
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
        try (PackageReader reader =
                PackageReader.open(new SeekableInMemoryByteChannel(pack(registration, documents)), limits)) {
            return new BatchCheck(terms, limits)
                    .check(reader, BatchListener.SILENT)
                    .rows()
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] pack(Registration registration, Collection<Document> documents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
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
        }
        return bytes.toByteArray();
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
