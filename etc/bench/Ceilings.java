import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** What the parts reach alone, on this machine, in this run. */
final class Ceilings {

    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 10;
    private static final int ROWS = 250;
    private static final int CONNECTIONS = 2;
    private static final String NOTE = "{\"newsAfter\":0,\"unsent\":0,\"away\":0,\"handRaised\":false}";

    private Ceilings() {}

    @FunctionalInterface
    private interface Work {
        long once() throws Exception;
    }

    @FunctionalInterface
    private interface Worker {
        Work start() throws Exception;
    }

    /** Small JSON posts a second, bound and sent back by Spring Boot on Tomcat with virtual threads. */
    static double http(int port, int connections) throws InterruptedException {
        return perSecond(connections, () -> {
            Line line = new Line(port);
            return () -> {
                line.send("POST", "/echo", "", NOTE);
                return 1;
            };
        });
    }

    /** Rows upserted durably a second, in batches. */
    static double rows(String url, String password) throws InterruptedException, SQLException {
        try (Connection connection = DriverManager.getConnection(url, "tanshi", password)) {
            connection.createStatement().execute("create schema if not exists bench");
            connection.createStatement().execute(
                    "create table bench.ceiling (id bigint, item int, words text, primary key (id, item))");
            double rows = perSecond(CONNECTIONS, () -> worker(url, password));
            connection.createStatement().execute("drop schema bench cascade");
            return rows;
        }
    }

    private static final AtomicLong WORKERS = new AtomicLong();

    private static Work worker(String url, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "tanshi", password);
        PreparedStatement upsert = connection.prepareStatement(
                "insert into bench.ceiling select * from unnest(?::bigint[], ?::int[], ?::text[]) "
                        + "on conflict (id, item) do update set words = excluded.words");
        long first = WORKERS.getAndIncrement() * 10_000;
        long[] next = {0};
        return () -> {
            Long[] ids = new Long[ROWS];
            Integer[] items = new Integer[ROWS];
            String[] words = new String[ROWS];
            for (int i = 0; i < ROWS; i++) {
                ids[i] = first + (next[0] + i) % 5_000;
                items[i] = (int) ((next[0] + i) / 5_000 % 45);
                words[i] = "A" + next[0];
            }
            next[0] += ROWS;
            upsert.setArray(1, connection.createArrayOf("bigint", ids));
            upsert.setArray(2, connection.createArrayOf("int", items));
            upsert.setArray(3, connection.createArrayOf("text", words));
            upsert.executeUpdate();
            return ROWS;
        };
    }

    private static double perSecond(int workers, Worker worker) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + (WARM_UP_SECONDS + SECONDS) * 1_000_000_000L;
        CountDownLatch finished = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    Work work = worker.start();
                    while (System.nanoTime() < end) {
                        done.addAndGet(work.once());
                    }
                } catch (Exception e) {
                    System.out.println("ceiling: " + e);
                } finally {
                    finished.countDown();
                }
            });
        }
        Thread.sleep(WARM_UP_SECONDS * 1000L);
        long before = done.get();
        long at = System.nanoTime();
        Thread.sleep(SECONDS * 1000L - 200);
        double rate = (done.get() - before) / ((System.nanoTime() - at) / 1e9);
        finished.await();
        return rate;
    }
}
