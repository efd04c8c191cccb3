import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Does what the plan says, when it says so. */
final class Faults {

    // A start takes long on a crowded machine; killing starts only would show nothing.
    private static final long PATIENCE_MS = 180_000;

    private final Application application;
    private final List<Examinee> examinees;
    /** A file system of its own to be filled; null when there is none. */
    private final Path disk;
    private final AtomicLong acknowledgements;
    private final List<Thread> lasting = new CopyOnWriteArrayList<>();
    final Map<Plan.Fault, AtomicInteger> done = new EnumMap<>(Plan.Fault.class);

    Faults(Application application, List<Examinee> examinees, Path disk, AtomicLong acknowledgements) {
        this.application = application;
        this.examinees = examinees;
        this.disk = disk;
        this.acknowledgements = acknowledgements;
        for (Plan.Fault fault : Plan.Fault.values()) {
            done.put(fault, new AtomicInteger());
        }
    }

    int kills() {
        return done.entrySet().stream()
                .filter(count -> count.getKey().kills())
                .mapToInt(count -> count.getValue().get())
                .sum();
    }

    /** Returns when the last fault is over. */
    void follow(Plan plan) throws InterruptedException {
        long bell = System.nanoTime();
        for (Plan.Strike strike : plan.strikes()) {
            long wait = strike.atMs() - (System.nanoTime() - bell) / 1_000_000;
            if (wait > 0) {
                Thread.sleep(wait);
            }
            if (strike.fault().kills()) {
                kill(strike);
            } else {
                lasting.add(Thread.startVirtualThread(() -> strike(strike)));
            }
        }
        for (Thread thread : lasting) {
            thread.join();
        }
    }

    /** Into the work and not into a start: something was acknowledged since the kill before. */
    private void kill(Plan.Strike strike) throws InterruptedException {
        long before = acknowledgements.get();
        for (long began = System.nanoTime(); passed(began) < PATIENCE_MS && acknowledgements.get() == before; ) {
            Thread.sleep(20);
        }
        for (long began = System.nanoTime(); passed(began) < PATIENCE_MS; Thread.sleep(50)) {
            if (killed(strike)) {
                done.get(strike.fault()).incrementAndGet();
                return;
            }
        }
    }

    private boolean killed(Plan.Strike strike) throws InterruptedException {
        return switch (strike.fault()) {
            case KILL_APPLICATION -> {
                application.kill();
                yield true;
            }
            case KILL_POSTMASTER -> application.killPostmaster();
            default -> application.killBackend((int) strike.atMs());
        };
    }

    private static long passed(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private void strike(Plan.Strike strike) {
        try {
            if (struck(strike)) {
                done.get(strike.fault()).incrementAndGet();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.out.println(strike + " failed: " + e);
        }
    }

    private boolean struck(Plan.Strike strike) throws IOException, InterruptedException {
        switch (strike.fault()) {
            case STOP_APPLICATION -> application.suspend(strike.lasts());
            case STOP_POSTGRES -> {
                return application.suspendPostgres(strike.lasts());
            }
            case DISK_FULL -> {
                return disk != null && fillDisk(strike.lasts());
            }
            case OTHER_MACHINE -> {
                for (int number : strike.whom()) {
                    examinees.get(number).sitDownElsewhere();
                }
            }
            default -> strike.whom().forEach(number -> examinees
                    .get(number)
                    .machine()
                    .jump(new Random(strike.atMs() + number).nextLong(-7_200_000, 7_200_000)));
        }
        return true;
    }

    private synchronized boolean fillDisk(long ms) throws IOException, InterruptedException {
        Path filler = disk.resolve("filler");
        try {
            long free = Files.getFileStore(disk).getUsableSpace();
            new ProcessBuilder("fallocate", "-l", Long.toString(Math.max(1, free - 1_000_000)), filler.toString())
                    .start()
                    .waitFor();
            fillTheRest(filler);
            Thread.sleep(ms);
            return Files.getFileStore(disk).getUsableSpace() < 1_000_000;
        } finally {
            Files.deleteIfExists(filler);
        }
    }

    private static void fillTheRest(Path filler) {
        try (OutputStream out = Files.newOutputStream(filler, java.nio.file.StandardOpenOption.APPEND, java.nio.file.StandardOpenOption.CREATE)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            // As intended.
        }
    }
}
