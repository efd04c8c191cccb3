import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as a service manager runs it: when it ends, however it ends, the same command is started again. */
final class Application implements AutoCloseable {

    private static final long RESTART_AFTER_MS = 500;

    private final List<String> command;
    private final Path data;
    private final File log;
    private volatile Process process;
    private volatile boolean over;
    private volatile int restarts;

    Application(List<String> command, Path data, File log) throws IOException {
        this.command = command;
        this.data = data;
        this.log = log;
        start();
        Thread.ofPlatform().daemon().start(this::keepRunning);
    }

    private void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private void keepRunning() {
        try {
            while (true) {
                process.waitFor();
                Thread.sleep(RESTART_AFTER_MS);
                synchronized (this) {
                    if (over) {
                        return;
                    }
                    restarts++;
                    start();
                }
            }
        } catch (InterruptedException | IOException e) {
            System.out.println("the application is not started again: " + e);
        }
    }

    int restarts() {
        return restarts;
    }

    void kill() throws InterruptedException {
        Process victim = process;
        victim.destroyForcibly();
        victim.waitFor();
    }

    /** False when none runs at the moment. */
    boolean killPostmaster() {
        List<ProcessHandle> postgres = postgres();
        return !postgres.isEmpty() && postgres.getFirst().destroyForcibly();
    }

    /** One that serves the application; PostgreSQL then throws all others out and recovers. */
    boolean killBackend(int number) {
        List<ProcessHandle> backends = postgres().stream().skip(1).filter(Application::serves).toList();
        return !backends.isEmpty() && backends.get(number % backends.size()).destroyForcibly();
    }

    private static boolean serves(ProcessHandle backend) {
        try {
            return Files.readString(Path.of("/proc/" + backend.pid() + "/cmdline")).contains("127.0.0.1(");
        } catch (IOException e) {
            return false;
        }
    }

    /** The postmaster and, behind it, its children; empty when there is none. */
    private List<ProcessHandle> postgres() {
        List<ProcessHandle> all = new ArrayList<>();
        try {
            long pid = Long.parseLong(pidFile().getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(found -> found.info().command().orElse("").endsWith("/postgres"))
                    .ifPresent(postmaster -> {
                        all.add(postmaster);
                        postmaster.children().forEach(all::add);
                    });
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
        return all;
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
    }

    /** As a machine does that hangs for a moment. */
    void suspend(long ms) throws IOException, InterruptedException {
        suspend(List.of(process.toHandle()), ms);
    }

    boolean suspendPostgres(long ms) throws IOException, InterruptedException {
        List<ProcessHandle> postgres = postgres();
        suspend(postgres, ms);
        return !postgres.isEmpty();
    }

    private static void suspend(List<ProcessHandle> whom, long ms) throws IOException, InterruptedException {
        signal("-STOP", whom);
        try {
            Thread.sleep(ms);
        } finally {
            signal("-CONT", whom);
        }
    }

    private static void signal(String signal, List<ProcessHandle> whom) throws IOException, InterruptedException {
        List<String> living = whom.stream()
                .filter(ProcessHandle::isAlive)
                .map(handle -> Long.toString(handle.pid()))
                .toList();
        if (living.isEmpty()) {
            return;
        }
        List<String> kill = new ArrayList<>(List.of("kill", signal));
        kill.addAll(living);
        // One of them may have ended meanwhile; that is no matter.
        new ProcessBuilder(kill).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/postgres",
                "tanshi",
                Files.readString(data.resolve("postgres/password")).strip());
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
