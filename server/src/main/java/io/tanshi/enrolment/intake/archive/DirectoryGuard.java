package io.tanshi.enrolment.intake.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Lets no more of a zip's directory be read than may stand in memory; how many entries it has, it says itself, or lies. */
final class DirectoryGuard implements SeekableByteChannel {

    /** Of one entry: its header, a name of usual length and the extra fields. */
    private static final long EACH = 220;

    /** The end of the directory is looked for in the last 64 KiB, four bytes at a time. */
    private static final long SEARCH = 1L << 20;

    private final SeekableByteChannel channel;
    private long left;
    private boolean exceeded;

    DirectoryGuard(SeekableByteChannel channel, int maxEntries) {
        this.channel = channel;
        this.left = maxEntries * EACH + SEARCH;
    }

    /** The directory is read; from here on contents are. */
    void lift() {
        left = Long.MAX_VALUE;
    }

    /** Whether reading failed because the directory was too large. */
    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = channel.read(target);
        left -= Math.max(0, read);
        if (left < 0) {
            exceeded = true;
            throw new IOException("The directory is too large");
        }
        return read;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        channel.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
