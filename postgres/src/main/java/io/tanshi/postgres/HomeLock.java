package io.tanshi.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to run a server on a directory; the operating system takes it back when this process dies. */
final class HomeLock implements AutoCloseable {

    // Of this process. Closing a second channel on a file would give up the lock that the first one holds (POSIX).
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws IllegalStateException when another process, or this one, runs a server on {@code home} */
    static HomeLock take(Path home) throws IOException {
        Path file = home.toRealPath().resolve("launcher.lock");
        if (!HELD.add(file)) {
            throw inUse(home);
        }
        HomeLock lock = new HomeLock(file, open(file));
        if (lock.channel.tryLock() == null) {
            lock.close();
            throw inUse(home);
        }
        return lock;
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static IllegalStateException inUse(Path home) {
        return new IllegalStateException("Another Tanshi process already uses the database in " + home
                + ". Stop it first, or choose another directory with TANSHI_DATA.");
    }

    @Override
    public void close() throws IOException {
        // Once only: another server may hold the directory by now.
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(file);
        }
    }
}
