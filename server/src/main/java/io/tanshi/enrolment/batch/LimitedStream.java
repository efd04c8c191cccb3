package io.tanshi.enrolment.batch;

import io.tanshi.platform.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Refuses an upload as soon as it grows beyond the limit, whatever length it declared. */
public final class LimitedStream extends FilterInputStream {

    private final long limit;
    private final Supplier<Problem> refusal;
    private long count;

    public LimitedStream(InputStream in, long limit, Supplier<Problem> refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int bytes) {
        count += bytes;
        if (count > limit) {
            throw refusal.get();
        }
    }
}
