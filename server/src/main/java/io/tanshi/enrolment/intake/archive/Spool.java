package io.tanshi.enrolment.intake.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** The contents of one entry, readable more than once: small ones in memory, large ones in a temporary file. */
public final class Spool implements Closeable {

    private static final long IN_MEMORY = 2L << 20;

    private final byte[] bytes;
    private final @Nullable FileChannel file;

    private Spool(byte[] bytes, @Nullable FileChannel file) {
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

    /** Copies an entry to a temporary file of its own, positioned at its beginning; the caller closes it. */
    static FileChannel copy(PackageReader reader, PackageEntry entry) throws IOException {
        FileChannel file = Scratch.open();
        try (InputStream in = reader.stream(entry)) {
            in.transferTo(Channels.newOutputStream(file));
            return file.position(0);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The contents from the beginning. */
    public InputStream stream() {
        return file == null ? new ByteArrayInputStream(bytes) : Scratch.stream(file);
    }

    /** The contents for the image readers, without their cache on disk. */
    public ImageInputStream imageInput() {
        return file == null
                ? new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))
                : Scratch.imageInput(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
