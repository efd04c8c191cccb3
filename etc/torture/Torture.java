import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The driver of ./tanshi torture: candidates answer while everything below them is killed, stopped, filled and cut off;
 * afterwards every acknowledgement they hold is compared with the database.
 *
 * <p>Arguments: port, data directory, file of doors, minutes, kills, seed, whether the data has a disk of its own, log of
 * the application, and the command that starts it. Prints the plan and, last, a JSON object.
 */
public class Torture {

    private static final long STUCK_AFTER_MS = 60_000;
    private static final int AT_ONCE_AT_HAND_IN = 6;

    private final Path data;
    private final long seed;
    private final Plan plan;
    private final double minutes;
    private final boolean ownDisk;
    private final Application application;
    private final Network network;
    private final Invigilator invigilator;
    private final Wire direct;
    private final AtomicLong acknowledged = new AtomicLong();
    private final List<Examinee> examinees = new ArrayList<>();
    private final List<String> stuck = new ArrayList<>();
    private int wrongReceipts;

    private Torture(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        data = Path.of(args[1]);
        minutes = Double.parseDouble(args[3]);
        seed = Long.parseLong(args[5]);
        ownDisk = Boolean.parseBoolean(args[6]);
        List<String> doors = Files.readAllLines(Path.of(args[2]));
        plan = Plan.draw(seed, minutes, Integer.parseInt(args[4]), doors.size());
        application = new Application(
                List.of(args).subList(8, args.length), data, Path.of(args[7]).toFile());
        invigilator = new Invigilator(application);
        network = new Network(port, seed);
        direct = new Wire(port);
        Wire wire = new Wire(network.port());
        for (int i = 0; i < doors.size(); i++) {
            examinees.add(new Examinee(wire, invigilator, doors.get(i).split(" "), acknowledged, seed * 1_000_003 + i));
        }
    }

    public static void main(String[] args) throws Exception {
        Torture torture = new Torture(args);
        // Also when the run is interrupted: nothing of it is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(torture.application::close));
        int found = 1;
        try {
            found = torture.run();
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(found);
    }

    private int run() throws Exception {
        plan.strikes().forEach(strike -> System.out.println("plan " + strike));
        awaitServer();
        ring();
        everyone(examinees, Examinee::sitDown);
        everyone(examinees, Examinee::openPaper);
        long began = System.nanoTime();
        Faults faults = new Faults(application, examinees, ownDisk ? data : null, acknowledged);
        Echo echo = new Echo(direct, examinees, seed);
        network.bad(true);
        echo.begin();
        faults.follow(plan);
        long left = (long) (minutes * 60_000) - (System.nanoTime() - began) / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
        network.bad(false);
        echo.end();
        settle();
        handIn();
        double seconds = (System.nanoTime() - began) / 1e9;
        try (Connection database = application.database()) {
            return report(new Comparison(database, examinees), database, faults, echo, seconds);
        }
    }

    private void awaitServer() throws InterruptedException {
        while (true) {
            try {
                if (direct.get("/api/session", "").good()) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
            Thread.sleep(200);
        }
    }

    /** The bell rings before the server has looked at anybody. */
    private void ring() throws SQLException, IOException {
        Instant bell = Instant.now();
        try (Connection database = application.database()) {
            for (String change : List.of(
                    "update exam.run set starts_at = ?",
                    "update delivery.attempt set bell = b, deadline = b + make_interval(secs => duration_seconds) from (select ?::timestamptz b)")) {
                try (PreparedStatement statement = database.prepareStatement(change)) {
                    statement.setObject(1, bell.atOffset(ZoneOffset.UTC));
                    statement.executeUpdate();
                }
            }
        }
    }

    @FunctionalInterface
    private interface Act {
        void of(Examinee examinee) throws Exception;
    }

    private static void everyone(List<Examinee> whom, Act act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> acts = new ArrayList<>();
            for (Examinee examinee : whom) {
                Callable<Object> one = () -> {
                    act.of(examinee);
                    return examinee;
                };
                acts.add(threads.submit(one));
            }
            for (Future<Object> done : acts) {
                done.get();
            }
        }
    }

    /** Everyone does something after the last fault and gets it acknowledged, and then everything else, too. */
    private void settle() throws InterruptedException {
        long calm = System.nanoTime();
        await(calm, () -> examinees.stream().allMatch(examinee -> examinee.goesOnSince(calm)));
        examinees.forEach(Examinee::stopActing);
        await(calm, () -> examinees.stream().allMatch(examinee -> examinee.machine().settled()));
        System.out.printf("all go on %.1f s after the last fault%n", (System.nanoTime() - calm) / 1e9);
        for (Examinee examinee : examinees) {
            if (!examinee.goesOnSince(calm) || !examinee.machine().settled()) {
                stuck.add(examinee.attempt() + " " + examinee.machine().refusal());
            }
        }
    }

    private static void await(long since, java.util.function.BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean() && (System.nanoTime() - since) / 1_000_000 < STUCK_AFTER_MS) {
            Thread.sleep(50);
        }
    }

    /** Every second one; the first presses six times at once. */
    private void handIn() throws Exception {
        List<Examinee> handing = handing();
        List<Examinee> presses = new ArrayList<>(handing);
        for (int i = 1; i < AT_ONCE_AT_HAND_IN; i++) {
            presses.add(handing.getFirst());
        }
        Map<Examinee, String> failed = new LinkedHashMap<>();
        everyone(presses, examinee -> {
            try {
                examinee.handIn();
            } catch (IllegalStateException e) {
                synchronized (failed) {
                    failed.put(examinee, e.getMessage());
                }
            }
        });
        failed.forEach((examinee, why) -> stuck.add(examinee.attempt() + " hand-in " + why));
        for (Examinee examinee : handing) {
            wrongReceipts += examinee.mayStillSave() ? 1 : 0;
        }
        examinees.forEach(Examinee::leave);
    }

    private List<Examinee> handing() {
        return java.util.stream.IntStream.range(0, examinees.size()).filter(i -> i % 2 == 0).mapToObj(examinees::get).toList();
    }

    private void checkReceipts(Connection database) throws SQLException {
        try (PreparedStatement ask = database.prepareStatement(
                "select a.state, a.receipt_number, "
                        + "(select count(*) from delivery.attempt_history h where h.attempt_id = a.id and verb = 'HANDED_IN'), "
                        + "(select count(*) from delivery.answer_log l where l.attempt_id = a.id), "
                        + "(select encode(hash, 'hex') from delivery.answer_log l where l.attempt_id = a.id order by client_seq desc limit 1) "
                        + "from delivery.attempt a where a.id = ?")) {
            for (Examinee examinee : handing()) {
                ask.setObject(1, UUID.fromString(examinee.attempt()));
                try (ResultSet row = ask.executeQuery()) {
                    row.next();
                    boolean once = row.getString(1).equals("SUBMITTED") && row.getInt(3) == 1;
                    String number = row.getString(2);
                    String entries = row.getString(4);
                    String digest = row.getString(5);
                    boolean same = examinee.receipts.stream().allMatch(receipt -> receipt.field("number").equals(number)
                            && receipt.field("entries").equals(entries)
                            && (digest == null || receipt.field("digest").equals(digest)));
                    wrongReceipts += once && same ? 0 : 1;
                }
            }
        }
    }

    private int report(Comparison comparison, Connection database, Faults faults, Echo echo, double seconds) throws SQLException {
        Comparison.Findings findings = comparison.of("delivery.answer_log");
        checkReceipts(database);
        List<String> blind = comparison.blindTo();
        blind.forEach(what -> System.out.println("the comparison does not notice " + what));
        stuck.forEach(who -> System.out.println("stuck: " + who));
        List<String> contradictions = examinees.stream().flatMap(examinee -> examinee.contradictions.stream()).toList();
        contradictions.forEach(how -> System.out.println("contradiction: " + how));
        String counts = faults.done.entrySet().stream()
                .map(count -> "\"" + count.getKey().name().toLowerCase(Locale.ROOT) + "\":"
                        + (count.getKey() == Plan.Fault.DISK_FULL && !ownDisk ? "\"skipped\"" : count.getValue().toString()))
                .collect(Collectors.joining(","));
        double worst = examinees.stream().mapToDouble(Examinee::worstWaitSeconds).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "{\"torture\":\"delivery\",\"seed\":%d,\"candidates\":%d,\"kills\":%d,\"acknowledged\":%d,\"stored\":%d,\"lost\":%d,\"duplicated\":%d,"
                        + "\"brokenChains\":%d,\"stuck\":%d,\"wrongOutcomes\":%d,\"contradictions\":%d,\"wrongReceipts\":%d,\"blindSpots\":%d,"
                        + "\"faults\":{%s,\"reset_in_request\":%d,\"reset_before_answer\":%d,\"delayed\":%d,\"duplicated\":%d,\"late\":%d,\"reordered\":%d},"
                        + "\"releases\":%d,\"restarts\":%d,\"seconds\":%.0f,\"worstGapSeconds\":%.1f}%n",
                seed, examinees.size(), faults.kills(), acknowledged.get(), findings.stored(), findings.lost(), findings.duplicated(),
                findings.brokenChains(), stuck.size(), findings.wrongOutcomes(), contradictions.size(), wrongReceipts, blind.size(),
                counts, network.brokenInRequest.get(), network.brokenBeforeAnswer.get(), network.delayed.get(),
                echo.duplicated.get(), echo.late.get(), echo.reordered.get(), invigilator.releases.get(), application.restarts(), seconds, worst);
        boolean clean = findings.clean() && stuck.isEmpty() && contradictions.isEmpty() && wrongReceipts == 0 && blind.isEmpty();
        return clean ? 0 : 1;
    }
}
