package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Scratch;
import io.tanshi.enrolment.intake.archive.Shown;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What an institution uploads: a package, or its form alone. */
public final class UploadedFile {

    private static final List<String> WORKBOOKS = List.of(".xlsx", ".xlsm", ".xls", ".et", ".csv");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ENDING = 8;

    private UploadedFile() {}

    /**
     * The last part of a file's name without what cannot be printed and with document numbers masked; of a long one the
     * beginning and the ending.
     */
    public static String name(String given) {
        String leaf = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = Shown.masked(NOT_IN_A_NAME.matcher(leaf).replaceAll("").strip());
        int length = plain.codePointCount(0, plain.length());
        if (length <= LONGEST_NAME) {
            return plain.isEmpty() ? "未命名" : plain;
        }
        int dot = plain.lastIndexOf('.');
        String ending = dot >= 0 && plain.length() - dot <= LONGEST_ENDING ? plain.substring(dot) : "";
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME - LONGEST_ENDING)) + "…" + ending;
    }

    /** Whether a file of that name is a form without papers. */
    public static boolean isWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return WORKBOOKS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Opens what was uploaded; a workbook alone is put into a package of its own. The reader closes the content.
     *
     * @throws PackageRefusedException when it is too large, empty, or no package
     */
    public static PackageReader open(String name, SeekableByteChannel content, PackageLimits limits)
            throws IOException {
        Optional<PackageRefusedException> refusal = limits.refusal(content.size());
        if (refusal.isPresent()) {
            content.close();
            throw refusal.get();
        }
        return PackageReader.open(isWorkbook(name) ? wrapped(name(name), content) : content, limits);
    }

    private static SeekableByteChannel wrapped(String name, SeekableByteChannel workbook) throws IOException {
        FileChannel packed = Scratch.open();
        try (workbook) {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(packed), StandardCharsets.UTF_8);
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry(name));
            Channels.newInputStream(workbook).transferTo(zip);
            zip.finish();
            return packed.position(0);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }
}
