package io.tanshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server process, child of a small shell that stops it when our end of a pipe closes. */
final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    /**
     * $1 is the program, the rest its arguments. Reading standard input ends when the launching process is gone,
     * however it went; SIGINT then asks PostgreSQL for its fast shutdown.
     */
    private static final String GUARD =
            "exec 3<&0; \"$@\" & pid=$!; (cat <&3 >/dev/null; kill -INT $pid) & watcher=$!; wait $pid; rc=$?; "
                    + "kill $watcher 2>/dev/null; exit $rc";

    private static final Duration RETRY_LIMIT = Duration.ofSeconds(10);

    private final Process guard;
    private final Path pidFile;

    private Server(Process guard, Path pidFile) {
        this.guard = guard;
        this.pidFile = pidFile;
    }

    /** Launches and waits until connections are accepted. */
    static Server launch(Cluster cluster, int port, Duration limit) throws IOException {
        Instant retryUntil = Instant.now().plus(RETRY_LIMIT);
        while (true) {
            Server server = new Server(start(cluster, port), cluster.data().resolve("postmaster.pid"));
            if (server.awaitReady(limit)) {
                return server;
            }
            // Right after a crash the lock file may still name a dying server: give it a moment.
            if (server.guard.isAlive() || Instant.now().isAfter(retryUntil)) {
                server.stop(Duration.ofSeconds(5));
                throw new IllegalStateException("PostgreSQL did not start; see " + cluster.logFile());
            }
            pause(Duration.ofMillis(500));
        }
    }

    private static Process start(Cluster cluster, int port) throws IOException {
        List<String> command = cluster.user()
                .command(
                        "sh",
                        "-c",
                        GUARD,
                        "tanshi-postgres",
                        cluster.program("postgres").toString(),
                        "-D",
                        cluster.data().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "shared_buffers=128MB",
                        "-c",
                        "max_connections=100",
                        "-c",
                        "timezone=Asia/Shanghai",
                        "-c",
                        "log_timezone=Asia/Shanghai",
                        // Parameters of statements may be personal data and must not reach the log.
                        "-c",
                        "log_parameter_max_length_on_error=0");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(cluster.logFile().toFile()))
                .start();
    }

    private boolean awaitReady(Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (guard.isAlive() && Instant.now().isBefore(end)) {
            if (isReady()) {
                return true;
            }
            pause(Duration.ofMillis(20));
        }
        return false;
    }

    /** postmaster.pid: line 1 the process, line 8 its state. It may be the file of an earlier server that was killed. */
    private boolean isReady() {
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            return lines.size() >= 8 && lines.get(7).strip().equals("ready") && isOurs(lines.getFirst());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOurs(String pid) {
        return guard.children().anyMatch(process -> Long.toString(process.pid()).equals(pid.strip()));
    }

    void awaitEnd() throws InterruptedException {
        guard.waitFor();
    }

    /** Ends what was left waiting at the pipe of a server that has ended. */
    void release() throws IOException {
        guard.getOutputStream().close();
    }

    boolean isRunning() {
        return guard.isAlive();
    }

    long pid() {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        } catch (IOException e) {
            throw new IllegalStateException("The server has no process file any more", e);
        }
    }

    void stop(Duration limit) {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("PostgreSQL did not stop within {} s; it recovers at the next start", limit.toSeconds());
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            log.debug("The pipe to PostgreSQL was closed already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void signal(long pid, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting PostgreSQL", e);
        }
    }
}
