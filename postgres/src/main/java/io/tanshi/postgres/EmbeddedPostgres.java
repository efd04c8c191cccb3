package io.tanshi.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that lives and dies with this process and keeps its data in a directory.
 *
 * <p>It listens on 127.0.0.1 only, asks for a generated password (scram-sha-256) and leaves fsync, synchronous_commit
 * and full_page_writes on. When this process is killed, the server notices the closed pipe and stops by itself. When the
 * server is killed, or gives up for want of disk, it is started again on its port: nobody else would do it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "tanshi";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    private final HomeLock lock;
    private final Cluster cluster;
    private final int port;
    private final String password;
    private volatile Server server;
    private volatile boolean closed;

    private EmbeddedPostgres(HomeLock lock, Cluster cluster, Server server, int port, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on {@code home}, creating the cluster when the directory holds none.
     *
     * @param home directory of this server: cluster, log, password and lock; created when absent
     * @param binaries directory into which the binaries are unpacked once; may be shared by several servers
     * @throws IllegalStateException when {@code home} is in use already, or the server does not get ready; the
     *     message names the log file
     */
    public static EmbeddedPostgres start(Path home, Path binaries) {
        try {
            Files.createDirectories(home);
            // The lock comes first: a second launcher would otherwise stop a living server as an orphan.
            HomeLock lock = HomeLock.take(home);
            try {
                return startLocked(home, binaries, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + home + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres startLocked(Path home, Path binaries, HomeLock lock) throws IOException {
        Path bin = Binaries.unpack(binaries);
        Unprivileged user = Unprivileged.forThisProcess(home);
        Cluster cluster = Cluster.in(home, bin, user);
        String password = cluster.initialiseIfAbsent();
        cluster.stopOrphan();
        int port = freePort();
        Server server = Server.launch(cluster, port, START_LIMIT);
        log.debug("PostgreSQL listens on 127.0.0.1:{}", port);
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, cluster, server, port, password);
        Thread.ofVirtual().name("postgres-keeper").start(postgres::keepRunning);
        return postgres;
    }

    private void keepRunning() {
        try {
            while (!closed) {
                server.awaitEnd();
                if (!revive()) {
                    Thread.sleep(NEXT_TRY);
                }
            }
        } catch (InterruptedException e) {
            log.debug("Nobody watches over PostgreSQL any more", e);
        }
    }

    /** False when it could not be started now. */
    private synchronized boolean revive() {
        if (closed) {
            return true;
        }
        log.warn("PostgreSQL has ended without being asked to; starting it again, see {}", cluster.logFile());
        try {
            server.release();
            server = Server.launch(cluster, port, START_LIMIT);
            log.info("PostgreSQL runs again");
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again: {}", e.getMessage());
            return false;
        }
    }

    /** Where a server that another process keeps running is reached. */
    public record Running(int port, String password) {

        public String jdbcUrl(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        @Override
        public String toString() {
            return "Running[port=" + port + "]";
        }
    }

    /** The server that runs on {@code home} now, started by whichever process of this user. */
    public static Optional<Running> running(Path home) throws IOException {
        Path pidFile = home.resolve("cluster").resolve("postmaster.pid");
        Path passwordFile = home.resolve("password");
        if (!Files.exists(pidFile) || !Files.exists(passwordFile)) {
            return Optional.empty();
        }
        // The fourth line of PostgreSQL's own file is the port.
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(new Running(
                        Integer.parseInt(lines.get(3).strip()),
                        Files.readString(passwordFile).strip()));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The JDBC URL of {@code database} on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    /** Whether the server process still runs. */
    public boolean isRunning() {
        return server.isRunning();
    }

    /** The process id of the server, for tests that take it down the hard way. */
    public long serverPid() {
        return server.pid();
    }

    /** Stops the server in its fast mode: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        closed = true;
        stop();
    }

    // After a start under way is over: otherwise the server would outlive its owner.
    private synchronized void stop() {
        server.stop(Duration.ofSeconds(20));
        try {
            lock.close();
        } catch (IOException e) {
            log.debug("The lock file could not be closed", e);
        }
    }
}
