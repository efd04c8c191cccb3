package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.FileFormat;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the registration form in a package and reads its rows. */
public final class FormReader {

    /** An Office package is itself a zip; more than this unpacked is no form. */
    private static final PackageLimits WORKBOOK = new PackageLimits(2_000, 512L << 20, 200, 0);

    private static final int CANDIDATES = 8;

    private final PackageReader reader;
    private final PackageLimits limits;

    public FormReader(PackageReader reader, PackageLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * The form: the workbook whose name says so, or else the first one that has its headings.
     *
     * @throws PackageRefusedException when there is none, or it cannot be read, or it has too many rows
     */
    public Form read() throws IOException {
        List<PackageEntry> workbooks = candidates(".xlsx", ".xlsm");
        PackageRefusedException first = null;
        for (PackageEntry workbook : workbooks.subList(0, Math.min(CANDIDATES, workbooks.size()))) {
            try {
                return read(workbook);
            } catch (PackageRefusedException e) {
                first = firstOf(first, e);
            }
        }
        throw first != null ? first : absent();
    }

    private Form read(PackageEntry entry) throws IOException {
        FileFormat format = FileFormat.of(reader.head(entry, FileFormat.HEAD));
        if (format != FileFormat.ZIP) {
            throw format == FileFormat.OLE2 ? oldOrEncrypted(entry) : FormRefusals.unreadable(entry);
        }
        Path file = reader.copy(entry);
        try (PackageReader workbook = openWorkbook(file, entry)) {
            return new WorkbookReader(workbook, entry, limits.maxRows()).read();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static PackageReader openWorkbook(Path file, PackageEntry entry) throws IOException {
        try {
            return PackageReader.open(file, WORKBOOK);
        } catch (PackageRefusedException e) {
            throw e.code().equals("zip-damaged") ? FormRefusals.unreadable(entry) : e;
        }
    }

    private PackageRefusedException oldOrEncrypted(PackageEntry entry) throws IOException {
        return Ole2.isEncryptedWorkbook(reader.head(entry, Ole2.ENOUGH))
                ? FormRefusals.encrypted(entry)
                : FormRefusals.old(entry);
    }

    private PackageRefusedException absent() {
        Optional<PackageEntry> old = candidates(".xls", ".et").stream().findFirst();
        return old.map(FormRefusals::old).orElseGet(FormRefusals::missing);
    }

    private List<PackageEntry> candidates(String... endings) {
        return reader.entries().stream()
                .filter(entry -> endsWith(entry, endings))
                .sorted(Comparator.comparing((PackageEntry entry) -> !isNamedAsForm(entry))
                        .thenComparing(entry -> entry.path().split("/").length))
                .toList();
    }

    private static boolean isNamedAsForm(PackageEntry entry) {
        String name = entry.fileName();
        return name.contains("申报表") || name.contains("报名表") || name.contains("报名");
    }

    private static boolean endsWith(PackageEntry entry, String... endings) {
        String path = entry.path().toLowerCase(Locale.ROOT);
        return List.of(endings).stream().anyMatch(path::endsWith);
    }

    private static PackageRefusedException firstOf(
            @Nullable PackageRefusedException first, PackageRefusedException second) {
        return first == null ? second : first;
    }
}
