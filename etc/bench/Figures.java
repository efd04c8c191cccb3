import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the machine has spent so far.
 *
 * @param ticks of the processor, a hundredth of a second each
 */
record Figures(
        long at, long serverTicks, long postgresTicks, long driverTicks, long transactions, long wal, long residentMiB, long peakMiB) {

    static Figures now(long server, Connection database) throws IOException, SQLException {
        long postgres = 0;
        for (long child : descendants(server)) {
            postgres += ticks(child);
        }
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sum(xact_commit)::bigint, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint from pg_stat_database")) {
            row.next();
            return new Figures(
                    System.nanoTime(), ticks(server), postgres, ticks(ProcessHandle.current().pid()), row.getLong(1), row.getLong(2),
                    status(server, "VmRSS"), status(server, "VmHWM"));
        }
    }

    double serverMs(Figures before) {
        return (serverTicks - before.serverTicks) * 10.0;
    }

    double postgresMs(Figures before) {
        return (postgresTicks - before.postgresTicks) * 10.0;
    }

    double driverMs(Figures before) {
        return (driverTicks - before.driverTicks) * 10.0;
    }

    long statements(Figures before) {
        return transactions - before.transactions;
    }

    private static long ticks(long pid) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long status(long pid, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    /** PostgreSQL is a child of the application, its sessions are children of that. */
    private static List<Long> descendants(long pid) {
        List<Long> all = new ArrayList<>();
        Deque<ProcessHandle> rest = new ArrayDeque<>();
        ProcessHandle.of(pid).ifPresent(rest::add);
        while (!rest.isEmpty()) {
            rest.poll().children().forEach(child -> {
                all.add(child.pid());
                rest.add(child);
            });
        }
        return all;
    }
}
