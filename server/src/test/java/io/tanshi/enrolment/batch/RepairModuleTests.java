package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.DryRunViews.DryRunView;
import io.tanshi.enrolment.batch.DryRunViews.FieldChange;
import io.tanshi.enrolment.batch.MatchingDesk.Place;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.workbook.FormWorkbook;
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
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Files find their people, rows are put right, and a submission is tried out before it is made. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(ThursdayBeforeTheDeadline.class)
final class RepairModuleTests {

    private static final Actor REVIEWER = Actor.account(UUID.randomUUID(), "何静宜");

    @Autowired
    private UploadDesk desk;

    @Autowired
    private CheckRunner checks;

    @Autowired
    private CheckRunner.Stores stores;

    @Autowired
    private LooseStore loose;

    @Autowired
    private MatchingDesk matching;

    @Autowired
    private SameWriting sameWriting;

    @Autowired
    private RowDesk rowDesk;

    @Autowired
    private RowSearch search;

    @Autowired
    private DryRun dryRun;

    @Autowired
    private Submission submission;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private ApplicationDesk applicationDesk;

    @Autowired
    private Sittings sittings;

    @Autowired
    private JdbcClient sql;

    private Sitting sitting;
    private CurrentAccount me;
    private CurrentAccount colleague;
    private Batch batch;

    @BeforeEach
    void aNewInstitutionWithABatch() {
        sitting = sittings.findByCode(MadePackages.SITTING).orElseThrow();
        InstitutionId institution = InstitutionId.next();
        me = new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), institution, null);
        colleague = new CurrentAccount(AccountId.next(), "方立群", Set.of(Role.INSTITUTION_STAFF), institution, null);
        batch = desk.open(sitting.id(), me);
    }

    @Test
    void aPhotoOfNobodyWaitsUntilAPersonSaysWhoseItIs() throws IOException {
        check("报名.zip", MadePackages.of(5, 31, Set.of(Fault.ORPHAN_PHOTO, Fault.PHOTO_MISSING)));
        LooseFile photo = tray().getFirst();
        assertThat(photo.reason()).isEqualTo(LooseFile.Reason.NO_ROW);
        assertThat(photo.said().kind()).isEqualTo(DocumentKind.PHOTO);
        BatchRow row = blocked().getFirst();

        matching.assign(batch, photo.id(), new Place(row.id(), row.version(), DocumentKind.PHOTO), me);

        assertThat(blocked()).isEmpty();
        assertThat(tray()).isEmpty();
        assertThat(submission.submit(batch, me.actor()).submitted()).isEqualTo(5);
    }

    @Test
    void aDoubtfulPhotoLeadsToTheRowItIsDoubtfulFor() throws IOException {
        check("报名.zip", MadePackages.of(5, 32, Set.of(Fault.PHOTO_WRONG_NAME, Fault.PHOTO_WRONG_NUMBER)));

        assertThat(blocked()).hasSize(2).allSatisfy(row -> assertThat(codes(row))
                .containsExactly("photo-name-mismatch"));
        assertThat(tray())
                .extracting(LooseFile::suggestedRow)
                .containsExactlyInAnyOrderElementsOf(
                        blocked().stream().map(BatchRow::id).toList());
        assertThat(tray())
                .extracting(LooseFile::reason)
                .containsExactlyInAnyOrder(LooseFile.Reason.NAME_DIFFERS, LooseFile.Reason.NUMBER_DIFFERS);
    }

    @Test
    void theNameOfALooseFileStandsNowhereInClear() throws IOException {
        check("报名.zip", MadePackages.of(4, 33, Set.of(Fault.ORPHAN_PHOTO)));
        LooseFile photo = tray().getFirst();
        String number = photo.fileName().replaceAll("[^0-9X]", "").substring(0, 17);

        String kept = sql.sql("select row_to_json(l)::text from enrolment.loose_file l where id = ?")
                .param(photo.id())
                .query(String.class)
                .single();

        assertThat(kept)
                .doesNotContain(number)
                .doesNotContain(photo.fileName().substring(0, 2));
    }

    @Test
    void theSamePackageAgainBringsNothingNewIntoTheTray() throws IOException {
        byte[] zip = MadePackages.of(4, 34, Set.of(Fault.ORPHAN_PHOTO));
        check("报名.zip", zip);
        UUID first = tray().getFirst().id();

        check("报名.zip", zip);

        assertThat(tray()).extracting(LooseFile::id).containsExactly(first);
    }

    @Test
    void whatAnUnfinishedCheckPutAsideIsForgottenWithIt() throws IOException {
        check("报名.zip", MadePackages.of(4, 35, Set.of(Fault.ORPHAN_PHOTO)));
        LooseFile known = tray().getFirst();
        UUID upload = known.upload();
        sql.sql("update enrolment.loose_file set stage = 'CHECKING' where id = ?")
                .param(known.id())
                .update();

        assertThat(stores.rows().forget(upload)).contains(known.file());

        assertThat(tray()).isEmpty();
    }

    @Test
    void aFileThatMakesRoomForAnotherIsNotLost() throws IOException {
        check("报名.zip", MadePackages.of(3, 36, Set.of()));
        List<BatchRow> rows = current();
        Place from = new Place(rows.get(0).id(), rows.get(0).version(), DocumentKind.PHOTO);
        Place to = new Place(rows.get(1).id(), rows.get(1).version(), DocumentKind.PHOTO);
        var moved = stores.rows().files(from.row()).get(DocumentKind.PHOTO);
        var displaced = stores.rows().files(to.row()).get(DocumentKind.PHOTO);

        matching.move(batch, from, to, me);

        assertThat(stores.rows().files(to.row())).containsEntry(DocumentKind.PHOTO, moved);
        assertThat(stores.rows().files(from.row())).doesNotContainKey(DocumentKind.PHOTO);
        assertThat(codes(stores.rows().row(batch.id(), from.row()))).containsExactly("photo-missing");
        assertThat(tray()).singleElement().satisfies(file -> {
            assertThat(file.file()).isEqualTo(displaced.fileId());
            assertThat(file.reason()).isEqualTo(LooseFile.Reason.REPLACED);
        });
    }

    @Test
    void aPaperFiledAsAnotherKindMovesWithinItsRow() throws IOException {
        check("报名.zip", MadePackages.of(2, 37, Set.of()));
        BatchRow row = current().getFirst();

        matching.takeOut(batch, new Place(row.id(), row.version(), DocumentKind.WORK), me);
        assertThat(codes(row(row))).containsExactly("material-missing:工作证明");
        matching.move(
                batch,
                new Place(row.id(), row(row).version(), DocumentKind.EDUCATION),
                new Place(row.id(), row(row).version(), DocumentKind.WORK),
                me);

        assertThat(codes(row(row))).containsExactly("material-missing:学历证书");
        assertThat(tray()).extracting(LooseFile::reason).containsExactly(LooseFile.Reason.TAKEN_OUT);
    }

    @Test
    void theSameWrongWritingIsPutRightOnceForAllItsRows() throws IOException {
        check("报名.zip", MadePackages.of(5, 38, Set.of(Fault.PHONE)));
        String level = current().getFirst().draft().registration().text(Column.LEVEL);
        List<BatchRow> alike = current().stream()
                .filter(row -> row.draft().registration().text(Column.LEVEL).equals(level))
                .toList();
        alike.forEach(row -> rowDesk.edit(batch, row.id(), row.version(), Map.of(Column.LEVEL, level + "班"), me));
        assertThat(sameWriting.counts(batch, row(alike.getFirst())).getOrDefault(Column.LEVEL, 0))
                .isEqualTo(alike.size() - 1);

        List<SameWriting.Outcome> outcomes = sameWriting.apply(batch, Column.LEVEL, level + "班", level, me);

        assertThat(outcomes)
                .hasSameSizeAs(alike)
                .allSatisfy(outcome -> assertThat(outcome.changed()).isTrue());
        assertThat(blocked()).singleElement().satisfies(row -> assertThat(codes(row))
                .containsExactly("phone-invalid"));
        assertThat(sameWriting.apply(batch, Column.PHONE, "12345", "13800001234", me))
                .as("a phone is each person's own")
                .isEmpty();
    }

    @Test
    void theSecondOfTwoWhoEditARowIsToldWhoWasFirst() throws IOException {
        check("报名.zip", MadePackages.of(3, 39, Set.of(Fault.PHONE)));
        BatchRow seen = blocked().getFirst();
        rowDesk.edit(batch, seen.id(), seen.version(), Map.of(Column.EMPLOYER, "绿源热电"), colleague);

        assertThatThrownBy(() -> rowDesk.edit(
                        batch, seen.id(), seen.version(), Map.of(Column.PHONE, "13812345678"), me))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(EnrolmentError.ROW_CHANGED);
                    assertThat(problem.detail()).contains("方立群", "12-10 10:00");
                });

        assertThat(row(seen).draft().registration().text(Column.EMPLOYER)).isEqualTo("绿源热电");
    }

    @Test
    void peopleAreFoundByNameRowAndLastFour() throws IOException {
        check("报名.zip", MadePackages.of(6, 40, Set.of(Fault.PHONE)));
        BatchRow wanted = current().get(3);
        var registration = wanted.draft().registration();
        String lastFour = registration.documentNumber().substring(14);

        for (String words : List.of(registration.name(), String.valueOf(wanted.number()), lastFour.toLowerCase())) {
            assertThat(find(RowSearch.Filter.ALL, words))
                    .as(words)
                    .extracting(BatchRowView::id)
                    .contains(wanted.id());
        }
        assertThat(find(RowSearch.Filter.ALL, "没有这个人")).isEmpty();
        assertThat(find(RowSearch.Filter.BLOCKED, ""))
                .extracting(BatchRowView::id)
                .containsExactly(blocked().getFirst().id());
    }

    @Test
    void aDryRunSaysWhatASubmissionDoesAndWritesNothing() throws IOException {
        check("报名.zip", MadePackages.of(6, 41, Set.of(Fault.PHONE)));

        DryRunView tried = dryRun.of(batch);

        assertThat(tried.fresh().rows()).isEqualTo(5);
        assertThat(tried.fresh().first()).allSatisfy(row -> assertThat(row.basis()).startsWith("条件 ("));
        assertThat(tried.blocked().rows()).isEqualTo(1);
        assertThat(tried.blocked().first().getFirst().words()).contains("手机号");
        assertThat(pending()).isEmpty();
        Submission.Outcome done = submission.submit(batch, me.actor());
        assertThat(done)
                .isEqualTo(new Submission.Outcome(
                        tried.fresh().rows(), tried.updates().rows(), 0, tried.blocked().rows()));
    }

    @Test
    void anUpdateIsShownFieldByField() throws IOException {
        byte[] zip = MadePackages.of(2, 42, Set.of());
        check("报名.zip", zip);
        submission.submit(batch, me.actor());
        Dossier dossier = pending().getFirst();
        applicationDesk.sendBack(
                dossier.id(),
                dossier.version(),
                List.of(new ReturnNote(DocumentKind.WORK, ReturnReason.NO_SEAL, "请加盖公章后重新扫描。")),
                REVIEWER);
        var mended = dossier.registration().with(Map.of(Column.EMPLOYER, "绿源热电", Column.PHONE, "13812345678"));

        byte[] form = FormWorkbook.problems(
                "绿源", sitting.code(), List.of(new FormWorkbook.ProblemRow(mended, List.of())));
        check("更正.zip", withForm(zip, form));

        DryRunView tried = dryRun.of(batch);
        assertThat(tried.updates().first()).singleElement().satisfies(row -> assertThat(row.changes())
                .extracting(FieldChange::label, FieldChange::after)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("工作单位", "绿源热电"),
                        org.assertj.core.groups.Tuple.tuple("手机号", "138****5678")));
    }

    @Test
    void theThirdImportOfTheSameFileBringsNothing() throws IOException {
        byte[] zip = MadePackages.of(5, 43, Set.of(Fault.ID_CHECKSUM));
        check("报名.zip", zip);
        submission.submit(batch, me.actor());
        check("报名.zip", zip);
        check("报名.zip", zip);

        DryRunView tried = dryRun.of(batch);

        assertThat(tried.fresh().rows()).isZero();
        assertThat(tried.updates().rows()).isZero();
        assertThat(tried.skipped().rows()).isEqualTo(4);
        assertThat(tried.blocked().rows()).isEqualTo(1);
        assertThat(pending()).hasSize(4);
    }

    private static byte[] withForm(byte[] packed, byte[] form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed), Charset.forName("GBK"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().endsWith(".xlsx") ? form : in.readAllBytes());
            }
        }
        return out.toByteArray();
    }

    private List<BatchRowView> find(RowSearch.Filter filter, String words) {
        return search.find(batch, new RowSearch.Wanted(filter, null, words), 0, 50)
                .items();
    }

    private void check(String name, byte[] content) throws IOException {
        checks.run(desk.receive(batch, name, -1, new ByteArrayInputStream(content), me));
        Upload upload = stores.uploads().latest(batch.id()).orElseThrow();
        assertThat(upload.state()).as("%s", upload.refusal()).isEqualTo(Upload.State.CHECKED);
    }

    private List<LooseFile> tray() {
        return loose.of(batch.id());
    }

    private BatchRow row(BatchRow before) {
        return stores.rows().row(batch.id(), before.id());
    }

    private List<BatchRow> current() {
        return stores.rows().rows(batch.id(), Set.of(Stage.CURRENT));
    }

    private List<BatchRow> blocked() {
        return stores.rows().blocked(batch.id(), 100);
    }

    private List<Dossier> pending() {
        return dossiers.ofInstitution(me.requireInstitution(), sitting.id(), EnumSet.of(ApplicationState.PENDING));
    }

    private static List<String> codes(BatchRow row) {
        return row.draft().problems().stream().map(RowProblem::code).toList();
    }
}
