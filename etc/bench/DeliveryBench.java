import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load driver of ./tanshi bench delivery: one virtual thread and one plain socket for each candidate, in a process
 * of its own. From the door through waiting room, bell and saves to the receipt; afterwards the acknowledgements that the
 * candidates hold are compared with the database.
 *
 * <p>Arguments: port of the server, its process id, data directory, file of doors, mode, seconds, warm-up seconds.
 * Prints lines of text and, last, a JSON object.
 */
public class DeliveryBench {

    private static final int AT_THE_DOOR = 24;
    private static final int THINK_MS = 12_000;
    private static final int BEAT_MS = 4_300;
    private static final int JITTER_MS = 1_500;

    private final int port;
    private final long pid;
    private final String mode;
    private final int seconds;
    private final int warmUp;
    private final String password;
    private final Connection database;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Latencies saves = new Latencies();
    private final Latencies beats = new Latencies();
    private final AtomicInteger errors = new AtomicInteger();
    private volatile boolean measuring;
    private volatile boolean over;

    private DeliveryBench(String[] args) throws IOException, SQLException {
        port = Integer.parseInt(args[0]);
        pid = Long.parseLong(args[1]);
        Path data = Path.of(args[2]).resolve("postgres");
        mode = args[4];
        seconds = Integer.parseInt(args[5]);
        warmUp = Integer.parseInt(args[6]);
        List<String> pidFile = Files.readAllLines(data.resolve("cluster/postmaster.pid"));
        password = Files.readString(data.resolve("password")).strip();
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pidFile.get(3).strip() + "/postgres",
                "tanshi",
                password);
        for (String door : Files.readAllLines(Path.of(args[3]))) {
            candidates.add(new Candidate(port, door.split(" ")));
        }
    }

    public static void main(String[] args) throws Exception {
        new DeliveryBench(args).run();
    }

    private void run() throws Exception {
        // As many seconds as the door may need; the measured server has not looked at anybody yet.
        Instant bell = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(25 + candidates.size() / 60);
        moveBell(bell);
        double login = everyone(AT_THE_DOOR, Candidate::enter);
        say("log-in of %d candidates: %.1f s", candidates.size(), login);
        Figures paper = Figures.now(pid, database);
        double fetched = everyone(AT_THE_DOOR, Candidate::fetchPaper);
        Figures afterPaper = Figures.now(pid, database);
        double paperMs = afterPaper.serverMs(paper) / candidates.size();
        double paperSql = (double) afterPaper.statements(paper) / candidates.size();
        say("encrypted papers: %.1f s, %.3f ms of server CPU and %.2f transactions each", fetched, paperMs, paperSql);

        double openAll = open(bell);
        say("bell: all have key and first item after %.2f s", openAll);

        Thread workers = Thread.ofPlatform().start(this::work);
        Thread.sleep(warmUp * 1000L);
        Figures before = Figures.now(pid, database);
        measuring = true;
        Thread.sleep(seconds * 1000L);
        measuring = false;
        Figures after = Figures.now(pid, database);
        over = true;
        workers.join();

        double handIn = everyone(candidates.size(), Candidate::handIn);
        say("hand-in of all: %.1f s", handIn);
        int lost = lost();
        awaitMarking();
        report(login, openAll, paperMs, paperSql, before, after, handIn, lost);
    }

    @FunctionalInterface
    private interface Act {
        void of(Candidate candidate) throws Exception;
    }

    /** Seconds until everyone has done it. */
    private double everyone(int atOnce, Act act) throws InterruptedException {
        long began = System.nanoTime();
        Semaphore places = new Semaphore(atOnce);
        CountDownLatch done = new CountDownLatch(candidates.size());
        for (Candidate candidate : candidates) {
            Thread.startVirtualThread(() -> {
                places.acquireUninterruptibly();
                try {
                    act.of(candidate);
                } catch (Exception e) {
                    failed(e);
                } finally {
                    places.release();
                    done.countDown();
                }
            });
        }
        done.await();
        return (System.nanoTime() - began) / 1e9;
    }

    private void failed(Exception e) {
        if (errors.incrementAndGet() <= 5) {
            System.out.println("error: " + e);
        }
    }

    /** In the waiting room until the bell, beating; then the key. Seconds from the bell until the last has it. */
    private double open(Instant bell) throws InterruptedException {
        AtomicLong last = new AtomicLong();
        everyone(candidates.size(), candidate -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            long opens = bell.toEpochMilli() + random.nextInt(JITTER_MS);
            for (int pause = random.nextInt(BEAT_MS); opens - System.currentTimeMillis() > pause; pause = BEAT_MS) {
                Thread.sleep(pause);
                candidate.beat();
            }
            Thread.sleep(Math.max(0, opens - System.currentTimeMillis()));
            candidate.open();
            last.accumulateAndGet(System.currentTimeMillis() - bell.toEpochMilli(), Math::max);
        });
        return last.get() / 1000.0;
    }

    private void work() {
        try {
            everyone(candidates.size(), mode.equals("saturation") ? this::saturate : this::think);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As fast as it goes: the next save when the last is acknowledged. */
    private void saturate(Candidate candidate) throws Exception {
        while (!over) {
            long began = System.nanoTime();
            candidate.save();
            if (measuring) {
                saves.add(System.nanoTime() - began);
            }
        }
    }

    /** As people do: latencies count from the moment planned, also when the one before was late. */
    private void think(Candidate candidate) throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long save = System.nanoTime() + random.nextLong(THINK_MS * 1_000_000L);
        long beat = System.nanoTime() + random.nextLong(BEAT_MS * 1_000_000L);
        while (!over) {
            long next = Math.min(save, beat);
            long wait = next - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
            if (over) {
                return;
            }
            if (next == save) {
                candidate.save();
                note(saves, save);
                save += (long) (THINK_MS * 1e6 * (0.5 + random.nextDouble()));
            } else {
                candidate.beat();
                note(beats, beat);
                beat += (long) (BEAT_MS * 1e6 * (0.9 + 0.2 * random.nextDouble()));
            }
        }
    }

    private void note(Latencies latencies, long planned) {
        if (measuring) {
            latencies.add(System.nanoTime() - planned);
        }
    }

    private void moveBell(Instant bell) throws SQLException {
        for (String change : List.of(
                "update exam.run set starts_at = ?",
                "update delivery.attempt set bell = b, deadline = b + make_interval(secs => duration_seconds) from (select ?::timestamptz b)")) {
            try (PreparedStatement statement = database.prepareStatement(change)) {
                statement.setObject(1, bell.atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
            }
        }
    }

    /** Entries that were acknowledged and are not in the database as acknowledged. */
    private int lost() throws SQLException {
        int lost = 0;
        try (PreparedStatement ask = database.prepareStatement(
                "select count(*), (array_agg(encode(hash, 'hex') order by client_seq desc))[1] from delivery.answer_log "
                        + "where attempt_id = ? and client_seq <= ?")) {
            for (Candidate candidate : candidates) {
                ask.setObject(1, UUID.fromString(candidate.attempt));
                ask.setLong(2, candidate.acknowledged);
                try (ResultSet row = ask.executeQuery()) {
                    row.next();
                    boolean whole = row.getLong(1) == candidate.acknowledged
                            && (candidate.acknowledged == 0 || candidate.acknowledgedHash.equals(row.getString(2)));
                    lost += whole ? 0 : (int) Math.max(1, candidate.acknowledged - row.getLong(1));
                }
            }
        }
        return lost;
    }

    /** What follows the hand-ins must not take part in the measurement of the ceilings. */
    private void awaitMarking() throws SQLException, InterruptedException {
        long began = System.nanoTime();
        long left = 1;
        while (left > 0 && System.nanoTime() - began < 600_000_000_000L) {
            try (var statement = database.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from event_publication")) {
                row.next();
                left = row.getLong(1);
            }
            Thread.sleep(500);
        }
        say("machine marking behind the hand-ins: %.1f s, %d left", (System.nanoTime() - began) / 1e9, left);
    }

    private void report(
            double login, double openAll, double paperMs, double paperSql, Figures before, Figures after, double handIn, int lost)
            throws Exception {
        double measured = (after.at() - before.at()) / 1e9;
        long count = saves.count();
        if (count == 0) {
            throw new IllegalStateException("Nothing was saved");
        }
        double perSecond = count / measured;
        say("saves: %d in %.1f s, p50 %.1f p95 %.1f p99 %.1f max %.1f ms; heartbeats: %d, p99 %.1f ms",
                count, measured, saves.ms(50), saves.ms(95), saves.ms(99), saves.ms(100), beats.count(), beats.ms(99));
        say("CPU of two cores: server %.0f %%, PostgreSQL %.0f %%, driver %.0f %%",
                share(after.serverMs(before), measured), share(after.postgresMs(before), measured), share(after.driverMs(before), measured));
        say("server memory: %d MiB now, %d MiB at most", after.residentMiB(), after.peakMiB());
        double http = Ceilings.http(Integer.getInteger("ceiling.port"), Math.min(candidates.size(), 256));
        double rows = Ceilings.rows(database.getMetaData().getURL(), password);
        System.out.println(String.format(
                Locale.ROOT,
                "{\"savesPerSecond\":%.0f,\"p50Ms\":%.1f,\"p95Ms\":%.1f,\"p99Ms\":%.1f,\"maxMs\":%.1f,\"errors\":%d,\"lost\":%d,"
                        + "\"logInAllSeconds\":%.1f,\"openAllSeconds\":%.2f,\"handInAllSeconds\":%.1f,\"serverCpuMsPerSave\":%.4f,"
                        + "\"postgresCpuMsPerSave\":%.4f,\"driverCpuMsPerSave\":%.4f,\"ceilingHttpPerSecond\":%.0f,"
                        + "\"ceilingRowsPerSecond\":%.0f,\"shareOfHttpCeiling\":%.3f,\"paperCpuMs\":%.3f,\"paperTransactions\":%.2f,"
                        + "\"transactionsPerSave\":%.4f,\"walBytesPerSave\":%.0f,\"heartbeatsPerSecond\":%.0f,\"residentMiB\":%d,\"peakMiB\":%d}",
                perSecond, saves.ms(50), saves.ms(95), saves.ms(99), saves.ms(100), errors.get(), lost, login, openAll, handIn,
                after.serverMs(before) / count, after.postgresMs(before) / count, after.driverMs(before) / count, http, rows,
                perSecond / http, paperMs, paperSql, (double) after.statements(before) / count,
                (double) (after.wal() - before.wal()) / count, beats.count() / measured, after.residentMiB(), after.peakMiB()));
    }

    private static double share(double ms, double seconds) {
        return ms / seconds / 20;
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
