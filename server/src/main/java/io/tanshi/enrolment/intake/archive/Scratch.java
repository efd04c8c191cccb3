package io.tanshi.enrolment.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** Temporary files without a name: what a killed check has unpacked of people's papers is gone with its process. */
public final class Scratch {

    private Scratch() {}

    /** An empty file for reading and writing that nobody else can open; closing it removes it. */
    public static FileChannel open() throws IOException {
        Path file = Files.createTempFile("tanshi-intake-", ".part");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Reads a scratch file from its beginning; several readings do not disturb each other. */
    static InputStream stream(FileChannel file) {
        return new Reading(file);
    }

    /** The same for the image readers. */
    static ImageInputStream imageInput(FileChannel file) {
        return new ImageReading(file);
    }

    private static final class Reading extends InputStream {

        private final FileChannel file;
        private long position;

        Reading(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(buffer, offset, length), position);
            position += Math.max(0, read);
            return read;
        }
    }

    private static final class ImageReading extends ImageInputStreamImpl {

        private final FileChannel file;

        ImageReading(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            bitOffset = 0;
            int read = file.read(ByteBuffer.wrap(buffer, offset, length), streamPos);
            streamPos += Math.max(0, read);
            return read;
        }

        @Override
        public long length() {
            try {
                return file.size();
            } catch (IOException _) {
                return -1;
            }
        }
    }
}
