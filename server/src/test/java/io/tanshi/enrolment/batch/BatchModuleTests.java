package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.Applications;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.workbook.FormWorkbook;
import io.tanshi.identity.people.CandidateAccounts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.PublishedEvents;

/** An institution's package on its way: upload, check, repair, submission, review. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(ThursdayBeforeTheDeadline.class)
final class BatchModuleTests {

    private static final Actor REVIEWER = Actor.account(UUID.randomUUID(), "何静宜");

    @Autowired
    private UploadDesk desk;

    @Autowired
    private CheckRunner checks;

    @Autowired
    private RowStore rows;

    @Autowired
    private UploadStore uploads;

    @Autowired
    private BatchStore batches;

    @Autowired
    private RowDesk rowDesk;

    @Autowired
    private Submission submission;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Applications applications;

    @Autowired
    private ApplicationDesk applicationDesk;

    @Autowired
    private CandidateAccounts accounts;

    @Autowired
    private Sittings sittings;

    private Sitting sitting;
    private CurrentAccount me;
    private Batch batch;

    @BeforeEach
    void aNewInstitutionWithABatch() {
        sitting = sittings.findByCode(MadePackages.SITTING).orElseThrow();
        me = new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), InstitutionId.next(), null);
        batch = desk.open(sitting.id(), me);
    }

    @Test
    void validRowsBecomeApplicationsAndTheRestStayInTheBatch() throws IOException {
        check("报名.zip", MadePackages.of(7, 1, Set.of(Fault.PHOTO_MISSING, Fault.ID_CHECKSUM)));
        assertThat(blocked()).hasSize(2);

        Submission.Outcome outcome = submission.submit(batch, me.actor());

        assertThat(outcome).isEqualTo(new Submission.Outcome(5, 0, 0, 2));
        assertThat(pending()).hasSize(5).allSatisfy(dossier -> {
            assertThat(dossier.clock().dueAt()).isNotNull();
            assertThat(dossiers.documents(dossier.id())).containsKeys(DocumentKind.PHOTO, DocumentKind.ID_FRONT);
        });
        assertThat(blocked()).hasSize(2);
    }

    @Test
    void theSameRowsAgainAreSkipped() throws IOException {
        byte[] zip = MadePackages.of(4, 2, Set.of());
        check("报名.zip", zip);
        submission.submit(batch, me.actor());

        check("报名.zip", zip);

        assertThat(Counts.of(rows.ticks(batch.id()), uploads.latest(batch.id()).orElseThrow()))
                .isEqualTo(new Counts(0, 0, 4, 0, 0, 4));
        assertThatThrownBy(() -> submission.submit(batch, me.actor()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(EnrolmentError.NOTHING_TO_SUBMIT));
        assertThat(pending()).hasSize(4);
    }

    @Test
    void aProblemWorkbookAloneUsesThePapersThatAreThere() throws IOException {
        check("报名.zip", MadePackages.of(5, 3, Set.of(Fault.PHONE)));
        BatchRow wrong = blocked().getFirst();
        assertThat(codes(wrong)).containsExactly("phone-invalid");
        var mended = wrong.draft().registration().with(Map.of(Column.PHONE, "13812345678"));

        check(
                "问题行.xlsx",
                FormWorkbook.problems(
                        "绿源",
                        sitting.code(),
                        List.of(new FormWorkbook.ProblemRow(
                                mended, wrong.draft().problems()))));

        assertThat(blocked()).isEmpty();
        assertThat(submission.submit(batch, me.actor()).submitted()).isEqualTo(5);
    }

    @Test
    void aCellPutRightOnThePageIsCheckedAtOnceAndEntersNothing() throws IOException {
        check("报名.zip", MadePackages.of(5, 4, Set.of(Fault.PHONE)));
        BatchRow wrong = blocked().getFirst();

        rowDesk.edit(batch, wrong.id(), wrong.version(), Map.of(Column.PHONE, "123"), me);
        BatchRow still = rows.row(batch.id(), wrong.id());
        assertThat(codes(still)).containsExactly("phone-invalid");
        rowDesk.edit(batch, still.id(), still.version(), Map.of(Column.PHONE, "１３８１２３４５６７８"), me);

        assertThat(rows.row(batch.id(), wrong.id()).draft().isReady()).isTrue();
        assertThat(pending()).isEmpty();
        assertThatThrownBy(() -> rowDesk.edit(batch, wrong.id(), wrong.version(), Map.of(Column.PHONE, "1"), me))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(EnrolmentError.ROW_CHANGED));
    }

    @Test
    void removingOneOfTwoWhoShareAPhotoFreesTheOther() throws IOException {
        check("报名.zip", MadePackages.of(5, 5, Set.of(Fault.PHOTO_SHARED)));
        List<BatchRow> pair = blocked();
        assertThat(pair).hasSize(2).allSatisfy(row -> assertThat(codes(row)).containsExactly("photo-shared"));

        rowDesk.remove(batch, pair.getFirst().id(), pair.getFirst().version(), me);

        assertThat(blocked()).isEmpty();
    }

    @Test
    void anInterruptedCheckBeginsAnewAndLeavesNothingBehind() throws IOException {
        byte[] zip = MadePackages.of(4, 6, Set.of());
        UUID upload = desk.receive(batch, "报名.zip", -1, new ByteArrayInputStream(zip), me);
        checks.run(upload);
        // As a kill in the middle leaves it: rows of a check that never came to its end.
        rows.stage(
                rows.rows(batch.id(), Set.of(Stage.CURRENT)).stream()
                        .map(BatchRow::id)
                        .toList(),
                Stage.CHECKING);
        uploads.begin(upload);
        assertThat(uploads.unfinished()).contains(upload);

        checks.run(upload);

        assertThat(rows.rows(batch.id(), Set.of(Stage.CURRENT))).hasSize(4);
        assertThat(rows.rows(batch.id(), Set.of(Stage.CHECKING))).isEmpty();
        assertThat(submission.submit(batch, me.actor()).submitted()).isEqualTo(4);
    }

    @Test
    void whatIsNoPackageIsRefusedWithItsReasonAndKept() throws IOException {
        assertThat(refusal("报名.zip", "这不是压缩包".getBytes(StandardCharsets.UTF_8))).isEqualTo("not-a-zip");
        assertThat(refusal("报名.zip", zip("说明.txt", "x".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("form-missing");
        assertThat(refusal("报名.zip", encrypted())).isEqualTo("zip-encrypted");
        assertThat(refusal("问题行.xlsx", "x".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(rows.ticks(batch.id())).isEmpty();
        assertThatThrownBy(() -> desk.receive(batch, "空.zip", -1, new ByteArrayInputStream(new byte[0]), me))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(EnrolmentError.UPLOAD_EMPTY));
    }

    @Test
    void anotherInstitutionFindsNoSuchBatch() {
        assertThatThrownBy(() -> batches.owned(batch.id().value(), InstitutionId.next()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().status().value()).isEqualTo(404));
    }

    @Test
    void aPersonIsRegisteredByOneInstitutionOnly() throws IOException {
        byte[] zip = MadePackages.of(3, 7, Set.of());
        check("报名.zip", zip);
        submission.submit(batch, me.actor());
        me = new CurrentAccount(AccountId.next(), "方立群", Set.of(Role.INSTITUTION_STAFF), InstitutionId.next(), null);
        batch = desk.open(sitting.id(), me);

        check("报名.zip", zip);

        assertThat(blocked())
                .hasSize(3)
                .allSatisfy(row -> assertThat(codes(row)).containsExactly("registered-elsewhere"));
    }

    @Test
    void anApprovalIsPublishedAndOpensTheCandidatesAccount(PublishedEvents events) throws IOException {
        check("报名.zip", MadePackages.of(2, 8, Set.of()));
        submission.submit(batch, me.actor());
        Dossier dossier = pending().getFirst();

        applicationDesk.approve(dossier.id(), dossier.version(), null, REVIEWER);

        assertThat(events.ofType(ApplicationApproved.class)
                        .matching(event -> event.applicationId().equals(dossier.id())))
                .hasSize(1);
        assertThat(applications.approved(dossier.person(), sitting.id())).isPresent();
        assertThat(accounts.codeFor(dossier.person()).usedAt()).isEmpty();
    }

    @Test
    void theClockStopsWhileTheInstitutionMendsAndGoesOnAfterwards() throws IOException {
        check("报名.zip", MadePackages.of(2, 9, Set.of()));
        submission.submit(batch, me.actor());
        Dossier dossier = pending().getFirst();
        ReturnNote note = new ReturnNote(DocumentKind.WORK, ReturnReason.NO_SEAL, "请加盖公章后重新扫描。");

        applicationDesk.sendBack(dossier.id(), dossier.version(), List.of(note), REVIEWER);

        Dossier returned = dossiers.find(dossier.id()).orElseThrow();
        assertThat(returned.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returned.clock().dueAt()).isNull();
        assertThat(returned.clock().remaining()).isPositive();
        assertThat(dossiers.notes(List.of(dossier.id().value()))
                        .get(dossier.id().value()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.note()).isEqualTo(note));

        applicationDesk.resubmit(dossier.id(), returned.version(), me.actor());

        Dossier again = dossiers.find(dossier.id()).orElseThrow();
        assertThat(again.state()).isEqualTo(ApplicationState.PENDING);
        assertThat(again.clock().dueAt()).isNotNull();
    }

    @Test
    void ofTwoDecisionsAtOnceExactlyOneIsHeard() throws Exception {
        check("报名.zip", MadePackages.of(2, 10, Set.of()));
        submission.submit(batch, me.actor());
        Dossier dossier = pending().getFirst();
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Boolean> approval = pool.submit(() ->
                    heard(together, () -> applicationDesk.approve(dossier.id(), dossier.version(), null, REVIEWER)));
            Future<Boolean> refusal = pool.submit(() ->
                    heard(together, () -> applicationDesk.reject(dossier.id(), dossier.version(), "材料不属实", REVIEWER)));
            together.countDown();
            assertThat(List.of(approval.get(), refusal.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(dossiers.steps(dossier.id())).hasSize(2);
    }

    private static boolean heard(CountDownLatch together, Runnable decision) throws InterruptedException {
        together.await();
        try {
            decision.run();
            return true;
        } catch (Problem problem) {
            assertThat(problem.code()).isEqualTo(EnrolmentError.DECIDED_MEANWHILE);
            return false;
        }
    }

    private void check(String name, byte[] content) throws IOException {
        checks.run(desk.receive(batch, name, -1, new ByteArrayInputStream(content), me));
        Upload upload = uploads.latest(batch.id()).orElseThrow();
        assertThat(upload.state()).as("%s", upload.refusal()).isEqualTo(Upload.State.CHECKED);
    }

    private String refusal(String name, byte[] content) throws IOException {
        checks.run(desk.receive(batch, name, -1, new ByteArrayInputStream(content), me));
        Upload upload = uploads.latest(batch.id()).orElseThrow();
        assertThat(upload.state()).isEqualTo(Upload.State.REFUSED);
        Upload.Refusal refusal = upload.refusal();
        return refusal == null ? "" : refusal.code();
    }

    private List<BatchRow> blocked() {
        return rows.blocked(batch.id(), 100);
    }

    private List<Dossier> pending() {
        return dossiers.ofInstitution(me.requireInstitution(), sitting.id(), EnumSet.of(ApplicationState.PENDING));
    }

    private static List<String> codes(BatchRow row) {
        return row.draft().problems().stream().map(RowProblem::code).toList();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** A zip whose only entry says that it is encrypted, in its local header and in the directory. */
    private static byte[] encrypted() throws IOException {
        byte[] bytes = zip("报名申报表.xlsx", "secret".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i + 9 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                bytes[i + 6] |= 1;
            }
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        return bytes;
    }
}
