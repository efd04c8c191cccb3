package io.tanshi.enrolment.intake.making;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** The zip being written, with fixed times and the chosen encoding of names. */
final class PackageZip implements Closeable {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 5, 9, 0);

    private final ZipArchiveOutputStream out;

    PackageZip(Path file, PackageShape.Names names) throws IOException {
        this.out = new ZipArchiveOutputStream(file);
        out.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
        out.setEncoding(names == PackageShape.Names.GBK ? "GBK" : "UTF-8");
        out.setFallbackToUTF8(true);
        out.setUseLanguageEncodingFlag(names != PackageShape.Names.UTF8_UNFLAGGED);
    }

    void add(String path, byte[] contents) throws IOException {
        put(out, path, contents);
    }

    static byte[] workbook(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream workbook = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(workbook, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipArchiveOutputStream zip, String path, byte[] contents) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        entry.setTimeLocal(TIME);
        entry.setSize(contents.length);
        zip.putArchiveEntry(entry);
        zip.write(contents);
        zip.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
