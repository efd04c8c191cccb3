package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.FileFormat;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the registration form in a package and reads its rows. */
public final class FormReader {

    /** An Office package is itself a zip; more than this, packed or unpacked, is no form. */
    private static final PackageLimits WORKBOOK = new PackageLimits(64L << 20, 2_000, 256L << 20, 200, 0);

    private static final int CANDIDATES = 8;

    private static final String TABLE = "逗号分隔的文本（.csv）";
    private static final int LINE = 2_000;

    /** What is refused with these words was perhaps not meant as the form: another workbook may be it. */
    private static final Set<String> NOT_THE_FORM = Set.of("form-headings", "form-empty", "form-not-excel");

    /** A workbook that is named as the form comes first, then the one that lies highest. */
    private static final Comparator<PackageEntry> CLAIM = Comparator.comparing(
                    (PackageEntry entry) -> !isNamedAsForm(entry))
            .thenComparing(entry -> entry.path().split("/").length);

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
        List<PackageEntry> workbooks =
                candidates(".xlsx", ".xlsm").stream().limit(CANDIDATES).toList();
        PackageRefusedException first = null;
        for (PackageEntry workbook : workbooks) {
            try {
                Form form = read(workbook, limits.maxRows());
                requireOnly(form, workbooks.subList(workbooks.indexOf(workbook) + 1, workbooks.size()));
                return form;
            } catch (PackageRefusedException e) {
                boolean meant = isNamedAsForm(workbook) && !NOT_THE_FORM.contains(e.code());
                if (meant || e.code().equals("form-ambiguous")) {
                    throw e;
                }
                first = firstOf(first, e);
            }
        }
        throw first != null ? first : absent();
    }

    /** Another workbook that has as good a claim and other contents leaves it open which of them is meant. */
    private void requireOnly(Form form, List<PackageEntry> others) throws IOException {
        PackageEntry chosen = form.entry();
        for (PackageEntry other : others) {
            boolean equalClaim = CLAIM.compare(chosen, other) == 0;
            boolean copy = chosen.size() == other.size() && chosen.crc() == other.crc();
            if (equalClaim && !copy && isForm(other)) {
                throw FormRefusals.ambiguous(chosen, other);
            }
        }
    }

    private boolean isForm(PackageEntry entry) throws IOException {
        try {
            read(entry, 1);
            return true;
        } catch (PackageRefusedException e) {
            return e.code().equals("too-many-rows");
        }
    }

    private Form read(PackageEntry entry, int maxRows) throws PackageRefusedException {
        if (entry.size() > WORKBOOK.maxUploadBytes()) {
            throw FormRefusals.tooLarge(entry);
        }
        try {
            FileFormat format = FileFormat.of(reader.head(entry, FileFormat.HEAD));
            if (format != FileFormat.ZIP) {
                throw refusal(entry, format);
            }
            try (PackageReader workbook = PackageReader.open(reader.copy(entry), WORKBOOK)) {
                return new WorkbookReader(workbook, entry, maxRows).read();
            }
        } catch (PackageRefusedException e) {
            throw FormRefusals.inside(entry, e);
        } catch (IOException e) {
            PackageRefusedException refusal = FormRefusals.unreadable(entry);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private PackageRefusedException refusal(PackageEntry entry, FileFormat format) throws IOException {
        return switch (format) {
            case OLE2 -> oldOrEncrypted(entry);
            case PDF -> FormRefusals.notExcel(entry, " PDF");
            case RAR, SEVEN_ZIP -> FormRefusals.notExcel(entry, "另一种压缩包");
            case UNKNOWN -> isTable(entry) ? FormRefusals.notExcel(entry, TABLE) : FormRefusals.unreadable(entry);
            default -> format.isImage() ? FormRefusals.notExcel(entry, "图片") : FormRefusals.unreadable(entry);
        };
    }

    /** Text with commas or tabs in its first line, in whatever encoding. */
    private boolean isTable(PackageEntry entry) throws IOException {
        String start = new String(reader.head(entry, LINE), StandardCharsets.ISO_8859_1);
        String line = start.lines().findFirst().orElse("");
        return (line.contains(",") || line.contains("\t")) && start.chars().noneMatch(FormReader::isControl);
    }

    private static boolean isControl(int letter) {
        return letter < ' ' && letter != '\t' && letter != '\r' && letter != '\n';
    }

    private PackageRefusedException oldOrEncrypted(PackageEntry entry) throws IOException {
        return Ole2.isEncryptedWorkbook(reader.head(entry, Ole2.ENOUGH))
                ? FormRefusals.encrypted(entry)
                : FormRefusals.old(entry);
    }

    private PackageRefusedException absent() {
        Optional<PackageEntry> old = candidates(".xls", ".et").stream().findFirst();
        if (old.isPresent()) {
            return FormRefusals.old(old.get());
        }
        Optional<PackageEntry> table = candidates(".csv").stream().findFirst();
        if (table.isPresent()) {
            return FormRefusals.notExcel(table.get(), TABLE);
        }
        if (reader.entries().stream().anyMatch(entry -> entry.path().equalsIgnoreCase("xl/workbook.xml"))) {
            return FormRefusals.bareWorkbook();
        }
        Optional<PackageEntry> nested =
                candidates(".zip", ".rar", ".7z").stream().findFirst();
        return nested.map(FormRefusals::nested)
                .orElseGet(() -> FormRefusals.missing(reader.entries().isEmpty()));
    }

    private List<PackageEntry> candidates(String... endings) {
        return reader.entries().stream()
                .filter(entry -> endsWith(entry, endings))
                .sorted(CLAIM)
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
