package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes the answers of many candidates in one transaction. Whoever has something to write waits here; a writer takes
 * all that wait, commits them durably, and only then lets them go. While it waits for the disk, the next ones gather.
 *
 * <p>The order of one attempt's entries is kept by the attempt's turn: it has at most one batch here.
 */
@Component
class AnswerJournal implements DisposableBean {

    // While one waits for the disk the other fills; compared with one and four in docs/reliability.md.
    private static final int WRITERS = 2;
    private static final int MOST_AT_ONCE = 500;
    private static final long CONNECTION_IDLE_SECONDS = 30;

    private static final Logger log = LoggerFactory.getLogger(AnswerJournal.class);

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final List<Thread> writers = new ArrayList<>();
    private final JournalWriter writer;
    private final DataSource database;
    private volatile boolean started;
    private volatile boolean closed;

    AnswerJournal(JournalWriter writer, DataSource database) {
        this.writer = writer;
        this.database = database;
    }

    /** Entries of one attempt; they follow the head of its log without a gap. */
    record Batch(AttemptId attempt, int session, long epoch, List<LogEntry> entries, Instant receivedAt) {}

    /** The entries are not known to be stored; the attempt must be read again before anything is acknowledged. */
    static final class NotStored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStored(@Nullable Throwable cause) {
            super("Answers could not be stored", cause);
        }
    }

    private record Waiting(Batch batch, CompletableFuture<@Nullable Void> done) {}

    /** Returns when the entries are durable. @throws NotStored when that is not known */
    void append(Batch batch) {
        Waiting waiting = new Waiting(batch, new CompletableFuture<>());
        queue.add(waiting);
        startWriters();
        try {
            waiting.done.join();
        } catch (CompletionException e) {
            throw new NotStored(e.getCause());
        }
    }

    // With the first answer: most processes never run an exam.
    private void startWriters() {
        if (started && !closed) {
            return;
        }
        synchronized (writers) {
            if (closed) {
                failAll(new IllegalStateException("The application is stopping"));
            }
            while (!closed && writers.size() < WRITERS) {
                writers.add(Thread.ofPlatform()
                        .daemon()
                        .name("answer-journal-" + writers.size())
                        .start(this::work));
            }
            started = true;
        }
    }

    private void work() {
        try (Line line = new Line(database)) {
            List<Waiting> taken = new ArrayList<>(MOST_AT_ONCE);
            while (!closed) {
                Waiting first = queue.poll(CONNECTION_IDLE_SECONDS, TimeUnit.SECONDS);
                if (first == null) {
                    line.close();
                    continue;
                }
                taken.add(first);
                queue.drainTo(taken, MOST_AT_ONCE - 1);
                write(line, taken);
                taken.clear();
            }
        } catch (InterruptedException e) {
            log.debug("A writer of the journal stops", e);
        }
        failAll(new IllegalStateException("The application is stopping"));
    }

    /** Whatever happens, everyone who waits gets an answer. */
    private void write(Line line, List<Waiting> taken) {
        try {
            writer.write(line.connection(), taken.stream().map(Waiting::batch).toList());
            taken.forEach(waiting -> waiting.done.complete(null));
        } catch (SQLException | RuntimeException e) {
            log.warn("{} batches of answers were not stored: {}", taken.size(), e.getMessage());
            // A refused statement has left nothing behind: the one bad entry must not sink the others.
            if (line.isAlive() && taken.size() > 1) {
                int half = taken.size() / 2;
                write(line, List.copyOf(taken.subList(0, half)));
                write(line, List.copyOf(taken.subList(half, taken.size())));
            } else {
                taken.forEach(waiting -> waiting.done.completeExceptionally(e));
            }
        }
    }

    private void failAll(Exception why) {
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.done.completeExceptionally(why));
    }

    @Override
    public void destroy() throws InterruptedException {
        synchronized (writers) {
            closed = true;
            writers.forEach(Thread::interrupt);
        }
        for (Thread thread : writers) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
        failAll(new IllegalStateException("The application is stopping"));
    }

    /** A writer's own connection, given back when it broke or was idle for long. */
    private static final class Line implements AutoCloseable {
        private static final int SECONDS = 2;
        private final DataSource database;
        private @Nullable Connection connection;

        Line(DataSource database) {
            this.database = database;
        }

        Connection connection() throws SQLException {
            if (connection == null) {
                connection = database.getConnection();
            }
            return connection;
        }

        boolean isAlive() {
            try {
                if (connection != null && connection.isValid(SECONDS)) {
                    return true;
                }
            } catch (SQLException e) {
                log.debug("A connection of the journal broke", e);
            }
            close();
            return false;
        }

        @Override
        public void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                log.debug("A connection of the journal was not closed", e);
            }
            connection = null;
        }
    }
}
