package io.tanshi.enrolment.intake.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Never gives more bytes than the directory declared, and fails at the end when the contents are not those. */
final class GuardedStream extends FilterInputStream {

    private final PackageEntry entry;
    private final CRC32 crc = new CRC32();
    private long count;

    GuardedStream(InputStream in, PackageEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read < 0) {
            verify();
            return read;
        }
        count += read;
        if (count > entry.size()) {
            throw Refusals.bomb(entry.path());
        }
        crc.update(buffer, offset, read);
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(n, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws IOException {
        if (count != entry.size() || crc.getValue() != entry.crc()) {
            throw new IOException("The contents of an entry are damaged");
        }
    }
}
