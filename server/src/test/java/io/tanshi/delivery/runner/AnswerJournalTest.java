package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_B;
import static io.tanshi.delivery.runner.ExamHour.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.Response;
import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.platform.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What is acknowledged stands in the log, once and in its order, whatever the network and the database do. */
final class AnswerJournalTest extends ExamHourCase {

    @Autowired
    private LiveAttempts live;

    @Autowired
    private JournalWriter writer;

    @Autowired
    private AnswerIntake intake;

    @Autowired
    private SittingTokens tokens;

    @Autowired
    private Papers papers;

    @Autowired
    private Presence presence;

    @Autowired
    private ServerTime time;

    @Autowired
    private DataSource database;

    private AnswerIntake over(DataSource source) {
        return new AnswerIntake(live, new AnswerJournal(writer, source), log, papers, presence, time);
    }

    private SittingCandidate candidate(Screen screen) {
        return tokens.check(screen.token());
    }

    /** A screen sends pieces of its log twice, out of order and at once; the log is then the screen's own. */
    @Test
    void anyOrderOfRepeatedPiecesLeavesTheChainThatWasAcknowledged() {
        Property.check(12, seeded -> {
            Screen screen = enter();
            List<LogEntry> written = written(screen, seeded);
            int acknowledged = (int) sendAtOnce(candidate(screen), pieces(written, seeded));
            assertThat(hashes(log.entries(screen.attempt()))).isEqualTo(hashes(written.subList(0, acknowledged)));
            // Whatever was refused for a gap arrives with the last repetition.
            Attempt whole = intake.save(candidate(screen), written);
            assertThat(whole.head().seq()).isEqualTo(written.size());
            assertThat(hashes(log.entries(screen.attempt()))).isEqualTo(hashes(written));
            assertThat(attempts.responses(screen.attempt()).getOrDefault(TEXT, Response.NONE))
                    .isEqualTo(lastText(written));
        });
    }

    private List<LogEntry> written(Screen screen, Seeded seeded) {
        return IntStream.range(0, 24)
                .mapToObj(i -> switch (seeded.between(0, 3)) {
                    case 0 -> screen.flag(TEXT, seeded.oneIn(2), now());
                    case 1 -> screen.write(SINGLE_A, choice("A"), now());
                    case 2 -> screen.write(SINGLE_B, choice(), now());
                    default -> screen.write(TEXT, text("第 " + i + " 稿"), now());
                })
                .toList();
    }

    private static List<List<LogEntry>> pieces(List<LogEntry> written, Seeded seeded) {
        List<List<LogEntry>> pieces = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int from = seeded.between(0, written.size() - 1);
            pieces.add(written.subList(from, seeded.between(from + 1, written.size())));
        }
        return pieces;
    }

    /** The furthest that any acknowledgement said. */
    private long sendAtOnce(SittingCandidate who, List<List<LogEntry>> pieces) throws Exception {
        try (ExecutorService network = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> answers = new ArrayList<>();
            pieces.forEach(piece -> answers.add(network.submit(() -> send(who, piece))));
            long furthest = 0;
            for (Future<Long> answer : answers) {
                furthest = Math.max(furthest, answer.get());
            }
            return furthest;
        }
    }

    private long send(SittingCandidate who, List<LogEntry> piece) {
        try {
            return intake.save(who, piece).head().seq();
        } catch (Problem gap) {
            assertThat(gap.code()).isEqualTo(DeliveryError.SEQUENCE_GAP);
            return 0;
        }
    }

    private static Response lastText(List<LogEntry> written) {
        return written.stream()
                .filter(entry -> entry.item().equals(TEXT) && entry.response() != null)
                .reduce((_, last) -> last)
                .map(LogEntry::response)
                .orElse(Response.NONE);
    }

    private static List<String> hashes(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.seq() + Arrays.toString(entry.hash()))
                .toList();
    }

    @Test
    void aCommitWhoseAnswerIsLostIsAcknowledgedWhenItIsSentAgain() {
        Screen screen = enter();
        LogEntry first = screen.write(SINGLE_A, choice("A"), now());
        AnswerIntake broken = over(new Faulty(database, true));
        assertThatThrownBy(() -> broken.save(candidate(screen), List.of(first)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(DeliveryError.NOT_STORED));
        assertThat(intake.save(candidate(screen), List.of(first)).head().seq()).isEqualTo(1);
        assertThat(log.entries(screen.attempt())).hasSize(1);
    }

    @Test
    void aFailedCommitAcknowledgesNothingAndTheSameEntryIsTakenLater() {
        Screen screen = enter();
        LogEntry first = screen.write(SINGLE_A, choice("A"), now());
        AnswerIntake broken = over(new Faulty(database, false));
        assertThatThrownBy(() -> broken.save(candidate(screen), List.of(first)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(DeliveryError.NOT_STORED));
        assertThat(log.entries(screen.attempt())).isEmpty();
        assertThat(intake.save(candidate(screen), List.of(first)).head().seq()).isEqualTo(1);
    }

    /** The third batch cannot be written; those that went to the database with it are. */
    @Test
    void oneBadBatchDoesNotSinkTheOthers() throws Exception {
        CountDownLatch gathered = new CountDownLatch(1);
        AnswerJournal journal = new AnswerJournal(writer, new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                awaitQuietly(gathered);
                return super.getConnection();
            }
        });
        List<Screen> screens = IntStream.range(0, 6).mapToObj(_ -> enter()).toList();
        screens.get(2).send(screens.get(2).write(SINGLE_A, choice("A"), now()));
        try (ExecutorService network = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = screens.stream()
                    .<Future<?>>map(screen -> network.submit(() -> journal.append(batch(screen))))
                    .toList();
            gathered.countDown();
            for (int i = 0; i < screens.size(); i++) {
                Future<?> one = done.get(i);
                if (i == 2) {
                    assertThatThrownBy(one::get).hasCauseInstanceOf(AnswerJournal.NotStored.class);
                } else {
                    one.get();
                }
                assertThat(log.entries(screens.get(i).attempt())).hasSize(1);
            }
        }
    }

    private AnswerJournal.Batch batch(Screen screen) {
        long epoch = live.inTurn(screen.attempt(), LiveAttempt::epoch);
        return new AnswerJournal.Batch(screen.attempt(), 1, epoch, List.of(first(screen)), now());
    }

    private LogEntry first(Screen screen) {
        ItemVersionId item = SINGLE_B;
        LogEntry open = new LogEntry(1, item, choice("A"), null, now().toEpochMilli(), new byte[0]);
        byte[] hash = Chain.next(Chain.start(screen.attempt()), open);
        return new LogEntry(1, item, choice("A"), null, now().toEpochMilli(), hash);
    }

    @Test
    void whoeverLostTheExamHourWritesNothingAnyMore() {
        Screen screen = enter();
        long former = live.inTurn(screen.attempt(), LiveAttempt::epoch) - 1;
        AnswerJournal journal = new AnswerJournal(writer, database);
        AnswerJournal.Batch late =
                new AnswerJournal.Batch(screen.attempt(), 1, former, List.of(first(screen)), Instant.now());
        assertThatThrownBy(() -> journal.append(late)).isInstanceOf(AnswerJournal.NotStored.class);
        assertThat(log.entries(screen.attempt())).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connections that break while the answers are written: before, or after, they have become durable. */
    private static final class Faulty extends DelegatingDataSource {

        private final boolean afterCommit;

        Faulty(DataSource target, boolean afterCommit) {
            super(target);
            this.afterCommit = afterCommit;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return proxy(Connection.class, real, real);
        }

        private <T> T proxy(Class<T> type, T real, Connection connection) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                        boolean writes = method.getName().equals("executeQuery");
                        if (writes && !afterCommit) {
                            connection.close();
                            throw new SQLException("broken");
                        }
                        Object result = call(() -> method.invoke(real, arguments));
                        if (writes) {
                            connection.close();
                            throw new SQLException("broken");
                        }
                        return result instanceof PreparedStatement statement
                                ? proxy(PreparedStatement.class, statement, connection)
                                : result;
                    }));
        }

        private interface Call {
            Object of() throws IllegalAccessException, InvocationTargetException;
        }

        private static Object call(Call call) throws Throwable {
            try {
                return call.of();
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
