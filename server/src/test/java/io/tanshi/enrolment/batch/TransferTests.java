package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.transfer.Transfers;
import io.tanshi.files.Files;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Files that come in pieces: what the tus protocol promises, and what an upload of ours does besides. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransferTests {

    /** Far enough away that no other test closes its registration by moving the clock. */
    private static final String SITTING = "2027-04";

    @Autowired
    private Transfers transfers;

    @Autowired
    private TransferDesk desk;

    @Autowired
    private UploadStore uploads;

    @Autowired
    private BatchStore batches;

    @Autowired
    private CheckQueue checks;

    @Autowired
    private CheckRunner.Stores stores;

    @Autowired
    private Files files;

    @Autowired
    private Sittings sittings;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private UploadRight right;

    @Autowired
    private PackageLimits limits;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private Visitor institution;
    private Visitor other;
    private UUID sitting;
    private BadFiles some;
    private UUID batch;

    @BeforeAll
    void institutionsSignIn(@Autowired MockMvc mvc, @TempDir Path folder) {
        DemoPeople people = new DemoPeople(mvc);
        institution = people.staff(DemoPeople.INSTITUTION);
        other = people.staff(DemoPeople.OTHER_INSTITUTION);
        sitting = people.sitting(SITTING);
        some = new BadFiles(SITTING, folder);
    }

    @BeforeEach
    void aNewBatch() {
        batch = UUID.fromString(institution
                .good(Call.post("/api/institution/batches").json(java.util.Map.of("sittingId", sitting)))
                .json()
                .path("id")
                .asString());
    }

    @Test
    void aFileThatBreaksOffGoesOnWhereItStoppedAndIsThenChecked() throws IOException {
        byte[] content = some.rows(3);
        String transfer = begin("名单.xlsx", content.length);
        assertThat(state(transfer).header("Upload-Offset")).isEqualTo("0");
        assertThat(state(transfer).header("Upload-Length")).isEqualTo("" + content.length);
        assertThat(state(transfer).header("Cache-Control")).isEqualTo("no-store");

        Answer first = send(transfer, 0, Arrays.copyOf(content, 1_000));
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("1000");
        JsonNode unfinished = list().path("unfinished").get(0);
        assertThat(unfinished.path("fileName").asString()).isEqualTo("名单.xlsx");
        assertThat(unfinished.path("received").asInt()).isEqualTo(1_000);
        assertThat(unfinished.path("modified").asLong()).isEqualTo(1_700_000_000_000L);
        assertThat(unfinished.path("digest").asString()).isEqualTo("sha256:ab");

        assertThat(send(transfer, 1_000, Arrays.copyOfRange(content, 1_000, content.length))
                        .status())
                .isEqualTo(204);
        awaitState("CHECKED");
        assertThat(view().path("strip")).hasSize(3);
        assertThat(list().path("unfinished")).isEmpty();
        assertThat(files.read(uploads.latest(new BatchId(batch))
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .file()))
                .isEqualTo(content);
        assertThat(pieces()).isZero();
    }

    @Test
    void aPieceThatDoesNotFitIsRefusedAndChangesNothing() {
        String transfer = begin("a.zip", 100);
        send(transfer, 0, new byte[40]);
        for (long wrong : new long[] {0, 39, 41, 100}) {
            Answer answer = send(transfer, wrong, new byte[10]);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("enrolment/transfer-offset");
            assertThat(answer.detail()).contains("前 40 字节");
        }
        assertThat(send(transfer, 40, new byte[61]).status())
                .as("more than was announced")
                .isEqualTo(413);
    }

    @Test
    void whatIsTooLargeOrEmptyIsRefusedWhenItIsAnnounced() {
        Answer large = announce("a.zip", "" + (limits.maxUploadBytes() + 1));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.detail()).contains("512 MB", "请");
        assertThat(announce("a.zip", "0").problem()).isEqualTo("enrolment/upload-empty");
        assertThat(announce("a.zip", "many").status()).isEqualTo(412);
        assertThat(list().path("unfinished")).isEmpty();
    }

    @Test
    void moreFilesThanTheCheckReadsTogetherAreRefused() {
        for (int i = 0; i < TransferDesk.MOST_FILES; i++) {
            begin(i + ".zip", 10);
        }
        Answer answer = announce("21.zip", "10");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).contains("20 个文件");
    }

    @Test
    void theServerSaysWhatItCanAndRefusesAnotherVersion() {
        Answer options =
                institution.good(Call.of(HttpMethod.OPTIONS, "/api/institution/batches/{id}/transfers", batch));
        assertThat(options.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(options.header("Tus-Extension")).contains("creation", "termination", "expiration");
        assertThat(options.header("Tus-Max-Size")).isEqualTo("" + limits.maxUploadBytes());

        Answer old = institution.send(Call.post("/api/institution/batches/{id}/transfers", batch)
                .header("Tus-Resumable", "0.2.2")
                .header("Upload-Length", "1"));
        assertThat(old.status()).isEqualTo(412);
        assertThat(old.header("Tus-Version")).isEqualTo("1.0.0");
    }

    @Test
    void anotherInstitutionFindsNoSuchTransfer() {
        String transfer = begin("a.zip", 100);
        assertThat(other.send(tus(Call.of(HttpMethod.HEAD, transfer))).status()).isEqualTo(404);
        assertThat(other.send(tus(Call.delete(transfer))).status()).isEqualTo(404);
        assertThat(state(transfer).status()).isEqualTo(200);
    }

    @Test
    void aCancelledTransferLeavesNothing() {
        String transfer = begin("a.zip", 100);
        send(transfer, 0, new byte[40]);
        assertThat(institution.send(tus(Call.delete(transfer))).status()).isEqualTo(204);
        assertThat(state(transfer).status()).isEqualTo(404);
        assertThat(pieces()).isZero();
    }

    @Test
    void whoeverDoesNotComeBackForAWeekBeginsAnew() {
        String transfer = begin("a.zip", 100);
        send(transfer, 0, new byte[40]);
        jdbc.sql("update enrolment.transfer set touched_at = touched_at - interval '8 days' where batch_id = ?")
                .param(batch)
                .update();

        Answer late = send(transfer, 40, new byte[10]);
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.detail()).contains("7 天", "重新上传");
        assertThat(list().path("unfinished")).isEmpty();

        desk.dropExpired();
        assertThat(state(transfer).status()).isEqualTo(404);
        assertThat(pieces()).isZero();
    }

    @Test
    void afterTheDeadlineNothingMoreIsTaken() {
        String transfer = begin("a.zip", 100);
        Clock late = Clock.fixed(
                sittings.get(new SittingId(sitting)).registrationClosesAt().plusSeconds(1), clock.getZone());
        UploadDesk closed = new UploadDesk(stores, files, sittings, trail, late, limits, right, transactions);
        TransferDesk afterwards = new TransferDesk(closed, uploads, batches, checks, transfers);
        assertThatThrownBy(() -> afterwards.append(
                        batches.get(new BatchId(batch)), id(transfer), 0, InputStream.nullInputStream(), me()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(EnrolmentError.REGISTRATION_CLOSED));
    }

    @Test
    void ofAnOldSenderAndANewOneAtTheSamePlaceOneIsHeard() throws IOException {
        String transfer = begin("a.zip", 100);
        Batch mine = batches.get(new BatchId(batch));
        // The old connection gives one byte, and while it is waited for the page sends again from the beginning.
        InputStream old = new InputStream() {
            private boolean sent;

            @Override
            public int read() {
                if (!sent) {
                    sent = true;
                    send(transfer, 0, new byte[50]);
                    return 1;
                }
                return -1;
            }
        };
        assertThatThrownBy(() -> desk.append(mine, id(transfer), 0, old, me()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(EnrolmentError.TRANSFER_OFFSET));
        assertThat(state(transfer).header("Upload-Offset")).isEqualTo("50");
    }

    @Test
    void howeverAFileIsCutItArrivesWhole() {
        Property.check(25, this::arrivesWhole);
    }

    private void arrivesWhole(Seeded seeded) throws IOException {
        aNewBatch();
        byte[] content = seeded.digits(seeded.between(1, 40_000)).getBytes(StandardCharsets.US_ASCII);
        Batch mine = batches.get(new BatchId(batch));
        UUID id = id(begin("a.zip", content.length));
        int at = 0;
        while (at < content.length) {
            int length = Math.min(content.length - at, seeded.between(0, 9_000));
            if (seeded.oneIn(4)) {
                int wrong = seeded.between(0, content.length);
                sendWrong(mine, id, wrong, at);
            }
            InputStream piece = new ByteArrayInputStream(content, at, length);
            desk.append(mine, id, at, seeded.oneIn(3) ? new Broken(piece) : piece, me());
            at += length;
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> uploads.latest(mine.id())
                        .filter(upload -> upload.state().isOver())
                        .isPresent());
        Upload upload = uploads.latest(mine.id()).orElseThrow();
        assertThat(files.read(upload.parts().getFirst().file())).isEqualTo(content);
    }

    private void sendWrong(Batch mine, UUID id, int wrong, int right) {
        if (wrong != right) {
            assertThatThrownBy(() -> desk.append(mine, id, wrong, new ByteArrayInputStream(new byte[5]), me()))
                    .isInstanceOf(Problem.class);
        }
    }

    /** Gives what it has and then breaks, as a line that is cut. */
    private static final class Broken extends InputStream {

        private final InputStream in;

        Broken(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read < 0) {
                throw new IOException("The line is cut");
            }
            return read;
        }
    }

    private CurrentAccount me() {
        InstitutionId id = batches.get(new BatchId(batch)).institution();
        return new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_STAFF), id, null);
    }

    private String begin(String name, int length) {
        Answer answer = announce(name, "" + length);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(answer.header("Upload-Expires")).endsWith("GMT");
        return answer.header("Location");
    }

    private Answer announce(String name, String length) {
        List<String> facts = List.of(
                "filename " + base64(name), "modified " + base64("1700000000000"), "digest " + base64("sha256:ab"));
        return institution.send(tus(Call.post("/api/institution/batches/{id}/transfers", batch))
                .header("Upload-Length", length)
                .header("Upload-Metadata", String.join(",", facts)));
    }

    private Answer send(String transfer, long offset, byte[] piece) {
        return institution.send(tus(Call.patch(transfer).piece(piece)).header("Upload-Offset", "" + offset));
    }

    private Answer state(String transfer) {
        return institution.send(tus(Call.of(HttpMethod.HEAD, transfer)));
    }

    private static Call tus(Call call) {
        return call.header("Tus-Resumable", "1.0.0");
    }

    private JsonNode list() {
        return institution
                .good(Call.get("/api/institution/batches/{id}/transfers", batch))
                .json();
    }

    private JsonNode view() {
        return institution
                .good(Call.get("/api/institution/batches/{id}", batch))
                .json();
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> view().path("upload").path("state").asString().equals(state));
    }

    private int pieces() {
        return jdbc.sql(
                        "select count(*) from enrolment.transfer_piece p join enrolment.transfer t on t.id = p.transfer_id where t.batch_id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    private static UUID id(String transfer) {
        return UUID.fromString(transfer.substring(transfer.lastIndexOf('/') + 1));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
