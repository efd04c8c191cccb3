package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.BatchChecked;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.DryRunViews.DryRunView;
import io.tanshi.enrolment.batch.DryRunViews.FieldChange;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.workbook.FormWorkbook;
import io.tanshi.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.PublishedEvents;

/** Rows are put right, and a submission is tried out before it is made. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(ThursdayBeforeTheDeadline.class)
final class RepairModuleTests extends BatchScene {

    private static final Actor REVIEWER = Actor.account(UUID.randomUUID(), "何静宜");

    @Autowired
    private SameWriting sameWriting;

    @Autowired
    private RowSearch search;

    @Autowired
    private DryRun dryRun;

    @Autowired
    private BatchPages pages;

    @Autowired
    private ApplicationDesk applicationDesk;

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
        assertThat(blocked())
                .singleElement()
                .satisfies(row -> assertThat(codes(row)).containsExactly("phone-invalid"));
        assertThat(sameWriting.apply(batch, Column.PHONE, "12345", "13800001234", me))
                .as("a phone is each person's own")
                .isEmpty();
    }

    @Test
    void theSecondOfTwoWhoEditARowIsToldWhoWasFirst() throws IOException {
        check("报名.zip", MadePackages.of(3, 39, Set.of(Fault.PHONE)));
        BatchRow seen = blocked().getFirst();
        rowDesk.edit(batch, seen.id(), seen.version(), Map.of(Column.EMPLOYER, "绿源热电"), colleague);

        assertThatThrownBy(
                        () -> rowDesk.edit(batch, seen.id(), seen.version(), Map.of(Column.PHONE, "13812345678"), me))
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
        assertThat(tried.fresh().first())
                .allSatisfy(row -> assertThat(row.basis()).startsWith("条件 ("));
        assertThat(tried.blocked().rows()).isEqualTo(1);
        assertThat(tried.blocked().first().getFirst().words()).contains("手机号");
        assertThat(pending()).isEmpty();
        Submission.Outcome done = submission.submit(batch, me.actor());
        assertThat(done)
                .isEqualTo(new Submission.Outcome(
                        tried.fresh().rows(),
                        tried.updates().rows(),
                        0,
                        tried.blocked().rows()));
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

        byte[] form =
                FormWorkbook.problems("绿源", sitting.code(), List.of(new FormWorkbook.ProblemRow(mended, List.of())));
        check("更正.zip", withForm(zip, form));

        DryRunView tried = dryRun.of(batch);
        assertThat(tried.updates().first())
                .singleElement()
                .satisfies(row -> assertThat(row.changes())
                        .extracting(FieldChange::label, FieldChange::after)
                        .containsExactlyInAnyOrder(tuple("工作单位", "绿源热电"), tuple("手机号", "138****5678")));
    }

    @Test
    void aWorkbookAloneCorrectsSomebodyWhoWasSentBack() throws IOException {
        check("报名.zip", MadePackages.of(2, 44, Set.of()));
        submission.submit(batch, me.actor());
        Dossier dossier = pending().getFirst();
        applicationDesk.sendBack(
                dossier.id(),
                dossier.version(),
                List.of(new ReturnNote(DocumentKind.WORK, ReturnReason.NO_SEAL, "请加盖公章后重新扫描。")),
                REVIEWER);
        var mended = dossier.registration().with(Map.of(Column.POSITION, "能源主管"));

        check(
                "更正.xlsx",
                FormWorkbook.problems("绿源", sitting.code(), List.of(new FormWorkbook.ProblemRow(mended, List.of()))));
        BatchRow row = current().getFirst();
        rowDesk.edit(batch, row.id(), row.version(), Map.of(Column.EMPLOYER, "绿源热电"), me);

        assertThat(blocked()).isEmpty();
        assertThat(submission.submit(batch, me.actor())).isEqualTo(new Submission.Outcome(0, 1, 0, 0));
        assertThat(dossiers.find(dossier.id()).orElseThrow().registration().text(Column.POSITION))
                .isEqualTo("能源主管");
    }

    @Test
    void whatIsToldOfACheckIsWhatThePageShowsWithThePapersOfEarlierUploads(PublishedEvents events) throws IOException {
        check("报名.zip", MadePackages.of(6, 45, Set.of(Fault.PHONE, Fault.ID_CHECKSUM)));
        submission.submit(batch, me.actor());
        List<FormWorkbook.ProblemRow> problems = blocked().stream()
                .map(row -> row.draft().registration().with(Map.of(Column.PHONE, "13812345678")))
                .map(mended -> new FormWorkbook.ProblemRow(mended, List.of()))
                .toList();

        check("问题行改好.xlsx", FormWorkbook.problems("绿源", sitting.code(), problems));

        BatchViews.BatchCounts page = pages.view(batch).counts();
        assertThat(page).extracting("fresh", "blocked").containsExactly(1, 1);
        BatchChecked told = last(events, BatchChecked.class);
        assertThat(told).extracting("rows", "accepted", "blocked").containsExactly(2, page.fresh(), page.blocked());
    }

    private static <T> T last(PublishedEvents events, Class<T> type) {
        List<T> all = new ArrayList<>();
        events.ofType(type).forEach(all::add);
        return all.getLast();
    }

    @Test
    void aDryRunWaitsForACheckThatRuns() throws IOException {
        byte[] zip = MadePackages.of(3, 46, Set.of(Fault.PHONE));
        check("报名.zip", zip);
        UUID running = desk.receive(batch, "再传.zip", -1, new ByteArrayInputStream(zip), me);

        assertThatThrownBy(() -> dryRun.of(batch))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(EnrolmentError.CHECK_RUNNING));

        checks.run(running);
        assertThat(dryRun.of(batch).fresh().rows()).isEqualTo(2);
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
}
