package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.files.Files;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.platform.TanshiSettings;
import io.tanshi.platform.Ticker;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What uploads, checks and submissions do to each other in the same batch, and what a stop in between leaves. */
@DemoApplication
final class UploadsAtOnceTests {

    /** A sitting that no other test of the demonstration registers people for. */
    private static final String SITTING = "2027-02";

    private static final int MANY = 300;

    /** Rows are stored by the five hundred; a stop must find some of them stored and some not. */
    private static final int LONG_FORM = 4_000;

    @Autowired
    private CheckRunner.Stores stores;

    @Autowired
    private RunningCheck running;

    @Autowired
    private CheckBoard board;

    @Autowired
    private UploadDesk desk;

    @Autowired
    private RowDesk rowDesk;

    @Autowired
    private CheckRunner checks;

    @Autowired
    private BatchController controller;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Sittings sittings;

    @Autowired
    private Files files;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @Autowired
    private Ticker ticker;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TanshiSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private Sitting sitting;
    private CurrentAccount me;
    private Batch batch;

    @BeforeEach
    void anInstitutionWithABatch() {
        sitting = sittings.findByCode(SITTING).orElseThrow();
        me = institution("LY");
        batch = desk.open(sitting.id(), me);
    }

    private CurrentAccount institution(String code) {
        InstitutionId id = institutions.all().stream()
                .filter(institution -> institution.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
        return new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), id, null);
    }

    @Test
    void ofTwoUploadsAtOnceTheFirstIsCheckedAndTheOtherLeavesNothing() throws Exception {
        byte[] content = made(2, 1);
        long before = storedFiles();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<UUID> slow = pool.submit(() ->
                    receive(new SequenceInputStream(new ByteArrayInputStream(content), new Waiting(begun, goOn))));
            begun.await();
            UUID quick = receive(new ByteArrayInputStream(content));
            goOn.countDown();

            assertThatThrownBy(slow::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.code()).isEqualTo(EnrolmentError.CHECK_RUNNING);
                        assertThat(problem.detail()).contains("等检查完毕");
                    });
            checks.run(quick);
        }
        assertThat(uploads()).isOne();
        assertThat(stores.rows().ready(batch.id())).hasSize(2);
        // The upload, and for each of the two a photo and at least five papers; nothing of the other upload.
        assertThat(storedFiles() - before).isEqualTo(1 + rowFiles());
        assertThat(storedFiles()).isEqualTo(filesOnDisk());
    }

    /** Tells that it has been reached, waits, and is empty. */
    private static final class Waiting extends InputStream {

        private final CountDownLatch begun;
        private final CountDownLatch goOn;

        Waiting(CountDownLatch begun, CountDownLatch goOn) {
            this.begun = begun;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }

    @Test
    void whileAnUploadWaitsForItsCheckNothingOfTheBatchChanges() throws IOException {
        check(made(2, 2));
        BatchRow row = stores.rows().rows(batch.id(), Set.of(Stage.CURRENT)).getFirst();
        UUID second = receive(new ByteArrayInputStream(made(2, 2)));

        refused(
                EnrolmentError.CHECK_RUNNING,
                () -> controller.submitBatch(batch.id().value(), me));
        refused(EnrolmentError.CHECK_RUNNING, () -> {
            rowDesk.remove(batch, row.id(), row.version(), me);
            return row;
        });
        refused(EnrolmentError.CHECK_RUNNING, () -> receive(new ByteArrayInputStream(made(2, 2))));

        checks.run(second);
        assertThat(controller.submitBatch(batch.id().value(), me).submitted()).isEqualTo(2);
    }

    @Test
    void twoWhoPressSubmitTogetherSubmitOnce() throws Exception {
        check(made(3, 3));
        List<Object> outcomes = together(
                () -> controller.submitBatch(batch.id().value(), me).submitted(),
                () -> controller.submitBatch(batch.id().value(), me).submitted());
        assertThat(outcomes).containsExactlyInAnyOrder(3, EnrolmentError.NOTHING_TO_SUBMIT);
    }

    @Test
    void ofTwoInstitutionsThatSubmitTheSamePeopleAtOnceOneRegistersThem() throws Exception {
        byte[] content = made(3, 4);
        check(content);
        CurrentAccount other = institution("ZD");
        Batch theirs = desk.open(sitting.id(), other);
        checks.run(desk.receive(theirs, "报名.zip", -1, new ByteArrayInputStream(content), other));

        List<Object> outcomes = together(
                () -> controller.submitBatch(batch.id().value(), me).submitted(),
                () -> controller.submitBatch(theirs.id().value(), other).submitted());

        assertThat(outcomes).containsExactlyInAnyOrder(3, 0);
    }

    @Test
    void anUploadAfterTheDeadlineIsRefusedBeforeItIsRead() {
        Clock late = Clock.fixed(sitting.registrationClosesAt().plusSeconds(1), clock.getZone());
        UploadRight right = new UploadRight(institutions, late);
        UploadDesk lateDesk =
                new UploadDesk(stores, files, sittings, trail, late, PackageLimits.defaults(), right, transactions);
        long before = storedFiles();
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("The upload is read");
            }
        };
        refused(EnrolmentError.REGISTRATION_CLOSED, () -> lateDesk.receive(batch, "报名.zip", 1_000, unread, me));
        refused(EnrolmentError.REGISTRATION_CLOSED, () -> lateDesk.open(sitting.id(), me));
        assertThat(storedFiles()).isEqualTo(before);
        assertThat(uploads()).isZero();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        byte[] content = made(2, 5);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(content), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is cut");
            }
        });
        long before = storedFiles();
        assertThatThrownBy(() -> receive(broken)).isInstanceOf(IOException.class);
        assertThat(uploads()).isZero();
        assertThat(storedFiles()).isEqualTo(before);
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void anUploadThatGrowsBeyondTheLimitIsRefusedOnTheWay() {
        PackageLimits small = new PackageLimits(5 << 20, 10, 10, 200, 10);
        UploadDesk narrow = new UploadDesk(
                stores, files, sittings, trail, clock, small, new UploadRight(institutions, clock), transactions);
        long before = filesOnDisk();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        refused(EnrolmentError.UPLOAD_TOO_LARGE, () -> narrow.receive(batch, "报名.zip", -1, endless, me));
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void aStopInTheMiddleOfACheckLeavesItToTheNextStart() throws Exception {
        UUID upload = receive("名单.xlsx", new BadFiles(SITTING, folder).rows(LONG_FORM));
        CheckRunner doomed = new CheckRunner(stores, running, board, trail, transactions, clock, ticker);
        Thread check = Thread.ofVirtual().start(() -> doomed.run(upload));
        await().pollInterval(Duration.ofMillis(5)).until(() -> stores.rows().checked(upload) > 3);
        doomed.stop();
        check.join();

        assertThat(stores.rows().checked(upload)).isBetween(4, LONG_FORM - 1);
        assertThat(stores.uploads().get(upload).state()).isEqualTo(Upload.State.CHECKING);
        assertThat(stores.uploads().unfinished()).contains(upload);
        assertThat(stores.rows().rows(batch.id(), RowStore.LIVE)).isEmpty();
        refused(
                EnrolmentError.CHECK_RUNNING,
                () -> controller.submitBatch(batch.id().value(), me));

        checks.run(upload);

        assertThat(stores.uploads().get(upload).state()).isEqualTo(Upload.State.CHECKED);
        assertThat(stores.rows().checked(upload)).isZero();
        assertThat(stores.rows().rows(batch.id(), Set.of(Stage.CURRENT))).hasSize(LONG_FORM);
    }

    private static void refused(EnrolmentError code, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** Does both at the same moment; what each gave, or with what it was refused. */
    private static List<Object> together(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Object> first = pool.submit(() -> outcome(start, one));
            Future<Object> second = pool.submit(() -> outcome(start, other));
            return List.of(first.get(), second.get());
        }
    }

    private static Object outcome(CyclicBarrier start, Callable<?> act) throws Exception {
        start.await();
        try {
            return act.call();
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private void check(byte[] content) throws IOException {
        UUID upload = receive(new ByteArrayInputStream(content));
        checks.run(upload);
        assertThat(stores.uploads().get(upload).state()).isEqualTo(Upload.State.CHECKED);
    }

    private UUID receive(InputStream content) throws IOException {
        return desk.receive(batch, "报名.zip", -1, content, me);
    }

    private UUID receive(String name, byte[] content) throws IOException {
        return desk.receive(batch, name, content.length, new ByteArrayInputStream(content), me);
    }

    private byte[] made(int people, long seed) throws IOException {
        Path zip = folder.resolve("made.zip");
        new BatchMaker(new BatchPlan(
                        people,
                        20_270_200 + seed,
                        Set.of(),
                        PackageShape.USUAL,
                        YearMonth.parse(SITTING),
                        sitting.asOf(),
                        RuleSet.shipped(RuleSet.DEFAULT_CODE)))
                .make(zip);
        return java.nio.file.Files.readAllBytes(zip);
    }

    private long uploads() {
        return jdbc.sql("select count(*) from enrolment.upload where batch_id = ?")
                .param(batch.id().value())
                .query(Long.class)
                .single();
    }

    private long rowFiles() {
        return jdbc.sql("""
                        select count(distinct file_id) from enrolment.row_file f
                        join enrolment.batch_row r on r.id = f.row_id where r.batch_id = ?""").param(batch.id().value()).query(Long.class).single();
    }

    private long storedFiles() {
        return jdbc.sql("select count(*) from files.stored_file")
                .query(Long.class)
                .single();
    }

    private long filesOnDisk() {
        try (Stream<Path> all = java.nio.file.Files.walk(settings.data().resolve("files"))) {
            return all.filter(java.nio.file.Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
