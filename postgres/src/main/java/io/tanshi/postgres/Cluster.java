package io.tanshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory of one server: made once, found again later. */
record Cluster(Path home, Path binaries, Unprivileged user) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    static Cluster in(Path home, Path binaries, Unprivileged user) {
        return new Cluster(home.toAbsolutePath(), binaries, user);
    }

    Path data() {
        return home.resolve("cluster");
    }

    Path logFile() {
        return home.resolve("postgresql.log");
    }

    Path program(String name) {
        return binaries.resolve("bin").resolve(name);
    }

    /** Makes the cluster when there is none; returns the password of {@link EmbeddedPostgres#USER}. */
    String initialiseIfAbsent() throws IOException {
        Path passwordFile = home.resolve("password");
        if (!Files.exists(passwordFile)) {
            writeSecret(passwordFile);
        }
        String password = Files.readString(passwordFile).strip();
        if (!Files.exists(data())) {
            initialise(passwordFile);
        }
        // The way to run without root's rights may be another one than at the last start.
        user.own(data());
        return password;
    }

    /** initdb works in a directory of its own, renamed when complete, so that an interrupted one is redone. */
    private void initialise(Path passwordFile) throws IOException {
        Path unfinished = home.resolve("cluster.unfinished");
        deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(unfinished);
        user.own(passwordFile);
        List<String> command = user.command(
                program("initdb").toString(),
                "-D",
                unfinished.toString(),
                "-U",
                EmbeddedPostgres.USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions");
        run(command, Duration.ofMinutes(2));
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command, Duration limit) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("initdb failed; see " + logFile());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("initdb was interrupted", e);
        }
    }

    /**
     * Stops a server that outlived its launcher. Called while the launcher's lock is held, so a server found running
     * on this directory cannot belong to anyone else.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = runningServer();
        if (orphan.isEmpty()) {
            return;
        }
        log.info("Stopping a PostgreSQL server that was left running on {}", data());
        // SIGINT is PostgreSQL's fast shutdown; ProcessHandle.destroy() would send SIGTERM and wait for clients.
        if (!ends(orphan.get(), "INT")) {
            log.warn("It does not end; it is stopped at once and recovers at the start, see {}", logFile());
            ends(orphan.get(), "QUIT");
        }
    }

    private static boolean ends(ProcessHandle server, String signal) throws IOException {
        Server.signal(server.pid(), signal);
        server.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(e -> server)
                .join();
        return !server.isAlive();
    }

    private Optional<ProcessHandle> runningServer() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "exe"), program("postgres"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void writeSecret(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret));
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
