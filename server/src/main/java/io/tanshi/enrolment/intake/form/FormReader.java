package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.FileFormat;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the registration forms in a package and reads their rows. */
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
     * The forms: the workbook whose name says so, or else the first one that has the headings; and others that have as good
     * a claim. One that lies deeper, a copy, or one by another name is not meant.
     *
     * @throws PackageRefusedException when there is none, or one cannot be read, or has too many rows
     */
    public List<Form> read() throws IOException {
        List<PackageEntry> workbooks =
                candidates(".xlsx", ".xlsm").stream().limit(CANDIDATES).toList();
        PackageRefusedException first = null;
        for (PackageEntry workbook : workbooks) {
            try {
                Form form = read(workbook, limits.maxRows());
                return withEqual(form, workbooks.subList(workbooks.indexOf(workbook) + 1, workbooks.size()));
            } catch (PackageRefusedException e) {
                if (isMeant(workbook, e)) {
                    throw e;
                }
                first = firstOf(first, e);
            }
        }
        throw first != null ? first : absent();
    }

    private List<Form> withEqual(Form form, List<PackageEntry> others) throws IOException {
        List<Form> forms = new ArrayList<>(List.of(form));
        for (PackageEntry other : others) {
            if (CLAIM.compare(form.entry(), other) == 0) {
                try {
                    Form another = read(other, limits.maxRows());
                    if (forms.stream().noneMatch(another::isCopyOf)) {
                        forms.add(another);
                    }
                } catch (PackageRefusedException e) {
                    if (isMeant(other, e)) {
                        throw e;
                    }
                }
            }
        }
        return forms;
    }

    private static boolean isMeant(PackageEntry workbook, PackageRefusedException refusal) {
        return isNamedAsForm(workbook) && !NOT_THE_FORM.contains(refusal.code());
    }

    /** Whether a package that was refused with this has perhaps no form, and is only photos and papers. */
    public static boolean mayBeWithoutForm(PackageRefusedException refusal) {
        return refusal.code().equals("form-missing") || NOT_THE_FORM.contains(refusal.code());
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
