package io.tanshi.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs an embedded PostgreSQL until its standard input ends, or until it is killed. */
final class Owner implements AutoCloseable {

    static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".cache", "tanshi", "postgres");

    private static final String READY = "ready ";

    private final Process process;
    private final String url;
    private final ProcessHandle server;

    private Owner(Process process, String url, ProcessHandle server) {
        this.process = process;
        this.url = url;
        this.server = server;
    }

    public static void main(String[] args) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]))) {
            System.out.println(READY + postgres.jdbcUrl("postgres") + " " + postgres.serverPid());
            while (System.in.read() >= 0) {
                // Whoever started this process holds the other end.
            }
        }
    }

    static Owner of(Path home) throws IOException {
        return start(List.of(), classPath(), home, PROGRAMS);
    }

    /** @throws IllegalStateException with everything the process has said, when it ends without being ready */
    static Owner start(List<String> prefix, String classPath, Path home, Path programs) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Owner.class.getName(),
                home.toString(),
                programs.toString()));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(READY)) {
                int space = line.lastIndexOf(' ');
                long server = Long.parseLong(line.substring(space + 1));
                return new Owner(
                        process,
                        line.substring(READY.length(), space),
                        ProcessHandle.of(server).orElseThrow());
            }
        }
        throw new IllegalStateException(said.toString());
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The password as it stands in the directory of the server. */
    static String password(Path home) throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    String url() {
        return url;
    }

    ProcessHandle server() {
        return server;
    }

    /** The shell that stops the server when this process is gone. */
    ProcessHandle guard() {
        return server.parent().orElseThrow();
    }

    /** {@code kill -9}, waited for. */
    void kill() {
        kill(process.toHandle());
    }

    static void kill(ProcessHandle victim) {
        victim.destroyForcibly();
        awaitEnd(victim);
    }

    static void awaitEnd(ProcessHandle process) {
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Ends the process in the orderly way. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        awaitEnd(process.toHandle());
    }
}
