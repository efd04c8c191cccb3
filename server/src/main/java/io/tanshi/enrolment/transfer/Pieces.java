package io.tanshi.enrolment.transfer;

import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The pieces one after another; each is opened when its turn comes. */
final class Pieces extends InputStream {

    private final Files files;
    private final Deque<FileId> left;
    private InputStream current = InputStream.nullInputStream();

    Pieces(Files files, List<FileId> pieces) {
        this.files = files;
        this.left = new ArrayDeque<>(pieces);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = current.read(buffer, offset, length);
        while (read < 0 && !left.isEmpty()) {
            current.close();
            current = files.open(left.remove());
            read = current.read(buffer, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
