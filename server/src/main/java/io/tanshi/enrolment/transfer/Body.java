package io.tanshi.enrolment.transfer;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request whose sender may vanish in the middle: then it is over, and what has come still counts. */
final class Body {

    private final InputStream in;
    private boolean over;

    Body(InputStream in) {
        this.in = in;
    }

    boolean isOver() {
        return over;
    }

    /** Reads until {@code length} bytes are there or nothing more comes; how many there are. */
    int fill(byte[] buffer, int length) {
        int count = 0;
        while (count < length && !over) {
            int read = read(buffer, count, length - count);
            count += Math.max(0, read);
        }
        return count;
    }

    boolean hasMore() {
        return !over && read(new byte[1], 0, 1) > 0;
    }

    private int read(byte[] buffer, int offset, int length) {
        try {
            int read = in.read(buffer, offset, length);
            over = read < 0;
            return read;
        } catch (IOException _) {
            over = true;
            return -1;
        }
    }
}
