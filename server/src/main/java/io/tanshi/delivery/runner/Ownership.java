package io.tanshi.delivery.runner;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.exam.ExamServer;
import io.tanshi.platform.Problem;
import io.tanshi.platform.StartStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that one process alone runs the exams of a database, because it keeps the heads of the answer logs in
 * memory. A lock that lives as long as a connection says who is there; a number that grows with each change of owner is
 * asked for in every transaction, so that a former owner who does not know it yet writes nothing any more.
 */
@Component
@Order(StartStep.DELIVERY)
class Ownership implements StartStep, ExamServer, DisposableBean {

    /** For whoever writes: in one transaction with what it writes. */
    static final String HOLDS = "select delivery.holds_exam_hour(?)";

    // Waits until every transaction under the former number is over.
    private static final String ALONE = "select pg_advisory_xact_lock(7402, 2)";
    private static final String TAKE = "select pg_try_advisory_lock(7402, 1)";
    private static final int SECONDS = 5;

    private static final Logger log = LoggerFactory.getLogger(Ownership.class);

    private final DataSource database;
    private final List<Runnable> losses = new ArrayList<>();
    private @Nullable Connection lock;
    private boolean closed;
    private volatile boolean held;
    private volatile long epoch = -1;

    Ownership(DataSource database) {
        this.database = database;
    }

    /** What is to be forgotten when the exam hour changes hands. */
    void onChange(Runnable forget) {
        losses.add(forget);
    }

    long epoch() {
        return epoch;
    }

    /** @throws Problem {@code delivery/not-the-exam-server} when another process runs the exams of this database */
    void require() {
        if (!held) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.of(
                DeliveryError.NOT_THE_EXAM_SERVER, "这台服务器现在不承担考试：另一台正在运行，或数据库还没有连上。本机的作答没有丢失，正在自动重试；若持续出现请举手。");
    }

    @Override
    public Optional<String> refusal() {
        return held ? Optional.empty() : Optional.of("另一个运行中的程序正在承担这个数据库的考试，本程序不能开考。请停掉其中一个；仍不行请检查数据库连接。");
    }

    @Override
    public void run() {
        keep();
    }

    /** Takes the exam hour when it is free, and looks whether it is still held. */
    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    synchronized void keep() {
        if (closed || isAlive()) {
            return;
        }
        try {
            lock = null;
            take();
        } catch (SQLException e) {
            log.warn("The exam hour cannot be taken now: {}", e.getMessage());
        }
    }

    private boolean isAlive() {
        try {
            if (lock != null && lock.isValid(SECONDS)) {
                return true;
            }
            if (lock != null) {
                lock.abort(Runnable::run);
            }
        } catch (SQLException e) {
            log.debug("The connection that held the exam hour is gone", e);
        }
        return false;
    }

    private void take() throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (!ask(connection, TAKE)) {
                lose("Another process runs the exams of this database");
                connection.close();
                return;
            }
            long current = settle(connection);
            lock = connection;
            if (current != epoch) {
                losses.forEach(Runnable::run);
                epoch = current;
            }
            held = true;
        } catch (SQLException | RuntimeException e) {
            // Given back to the pool it would keep the lock.
            connection.abort(Runnable::run);
            throw e;
        }
    }

    /** Keeps the number when nobody else was owner meanwhile. */
    private long settle(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(ALONE);
            long current = number(statement, "select epoch from delivery.exam_hour");
            if (current != epoch) {
                current = number(statement, "update delivery.exam_hour set epoch = epoch + 1 returning epoch");
            }
            connection.commit();
            return current;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Called by whoever found that the number has changed.
     *
     * @throws Problem {@code delivery/not-the-exam-server}, always
     */
    void fenced(long under) {
        if (under == epoch) {
            lose("The exam hour has another owner now");
        }
        throw refused();
    }

    private void lose(String why) {
        if (held || epoch == -1) {
            log.warn("{}; this one answers no candidate", why);
        }
        held = false;
        epoch = 0;
        losses.forEach(Runnable::run);
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static long number(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Lets another process take over. */
    @Override
    public synchronized void destroy() {
        closed = true;
        held = false;
        try {
            if (lock != null) {
                ask(lock, "select pg_advisory_unlock(7402, 1)");
                lock.close();
            }
        } catch (SQLException e) {
            log.debug("The exam hour was released with its connection", e);
        }
    }
}
