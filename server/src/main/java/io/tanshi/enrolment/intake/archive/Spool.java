package io.tanshi.enrolment.intake.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** The contents of one entry, readable more than once: small ones in memory, large ones in a temporary file. */
public final class Spool implements Closeable {

    private static final long IN_MEMORY = 2L << 20;

    private final byte[] bytes;
    private final @Nullable Path file;

    private Spool(byte[] bytes, @Nullable Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    static Spool of(PackageReader reader, PackageEntry entry) throws IOException {
        if (entry.size() <= IN_MEMORY) {
            try (InputStream in = reader.stream(entry)) {
                return new Spool(in.readAllBytes(), null);
            }
        }
        return new Spool(new byte[0], copy(reader, entry));
    }

    /** Copies an entry to a temporary file of its own; the caller deletes it. */
    static Path copy(PackageReader reader, PackageEntry entry) throws IOException {
        Path file = Files.createTempFile("tanshi-intake-", ".part");
        try (InputStream in = reader.stream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The contents from the beginning. */
    public InputStream stream() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
    }

    /** The contents for the image readers, without their cache on disk. */
    public ImageInputStream imageInput() throws IOException {
        return file == null
                ? new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))
                : new FileImageInputStream(file.toFile());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
