package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.files.Files;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An upload in several files: packages and workbooks in any order, together or one after the other. */
@DemoApplication
final class DeliveryTests {

    private static final String SITTING = "2027-04";
    private static final String WANG = "11010119900307002X";

    @Autowired
    private UploadDesk desk;

    @Autowired
    private CheckRunner checks;

    @Autowired
    private UploadStore uploads;

    @Autowired
    private RowStore rows;

    @Autowired
    private Files files;

    @Autowired
    private Sittings sittings;

    @TempDir
    private Path folder;

    private Batch batch;
    private BadFiles some;

    /** One file of a delivery. */
    private record Sent(String name, byte[] content) {}

    @BeforeEach
    void aNewInstitutionWithABatch() {
        Sitting sitting = sittings.findByCode(SITTING).orElseThrow();
        batch = desk.open(
                sitting.id(),
                new CurrentAccount(
                        AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), InstitutionId.next(), null));
        some = new BadFiles(SITTING, folder);
    }

    @Test
    void aFormOfItsOwnAndPapersInAPackageAreCheckedTogether() throws IOException {
        for (List<Sent> order : List.of(List.of(form(), papers()), List.of(papers(), form()))) {
            aNewInstitutionWithABatch();
            assertThat(deliver(order).state()).isEqualTo(Upload.State.CHECKED);
            assertThat(rows.ready(batch.id())).hasSize(1);
        }
    }

    @Test
    void papersWaitForTheirFormAndTheCheckBeginsWhenItComes() throws IOException {
        Upload waiting = deliver(List.of(papers()));
        assertThat(waiting.state()).isEqualTo(Upload.State.AWAITING_FORM);
        assertThat(rows.ticks(batch.id())).isEmpty();

        Upload checked = deliver(List.of(form()));

        assertThat(checked.id()).as("the same upload goes on").isEqualTo(waiting.id());
        assertThat(checked.parts()).extracting(UploadPart::fileName).containsExactly("材料.zip", "报名申报表.xlsx");
        assertThat(checked.state()).isEqualTo(Upload.State.CHECKED);
        assertThat(rows.ready(batch.id())).hasSize(1);
    }

    @Test
    void papersAfterTheirFormCompleteTheRowsThatLackThem() throws IOException {
        deliver(List.of(form()));
        assertThat(rows.blocked(batch.id(), 10)).hasSize(1);

        Upload supplement = deliver(List.of(papers()));

        assertThat(supplement.state()).isEqualTo(Upload.State.CHECKED);
        assertThat(supplement.notices()).extracting(Notice::message).contains("补充材料：1 行补上了 7 份文件并重新检查，其中 1 行现在可提交。");
        assertThat(rows.ready(batch.id())).hasSize(1);
        assertThat(rows.rows(batch.id(), Set.of(Stage.CURRENT)))
                .singleElement()
                .satisfies(row -> assertThat(rows.files(row.id())).hasSizeGreaterThanOrEqualTo(6));

        Upload again = deliver(List.of(new Sent("又一次.zip", papers().content())));
        assertThat(again.notices())
                .as("nobody lacks them any more")
                .extracting(Notice::code)
                .contains("supplement", "supplement-unused");
        assertThat(rows.ready(batch.id())).hasSize(1);
    }

    @Test
    void aFileThatCannotBeTakenIsNamedAndSinksNoneOfTheOthers() throws IOException {
        BadFiles.Refused encrypted = refused("加密.zip");
        BadFiles.Refused bomb = refused("炸弹.zip");
        BadFiles.Refused old = refused("名单.xls");

        Upload upload = deliver(List.of(sent(encrypted), form(), sent(bomb), papers(), sent(old)));

        assertThat(upload.state()).isEqualTo(Upload.State.CHECKED);
        assertThat(rows.ready(batch.id())).hasSize(1);
        assertThat(refusal(upload, encrypted.name()).code()).isEqualTo("zip-encrypted");
        assertThat(refusal(upload, bomb.name()).code()).isEqualTo("zip-bomb");
        assertThat(refusal(upload, old.name()).code()).isEqualTo("form-xls");
        assertThat(refusal(upload, old.name()).fix()).contains("另存为 .xlsx");
        assertThat(upload.parts()).filteredOn(part -> part.refusal() == null).hasSize(2);
    }

    @Test
    void whenNoneOfTheFilesCanBeTakenEachIsNamed() throws IOException {
        Upload upload = deliver(List.of(sent(refused("加密.zip")), sent(refused("名单.xls"))));

        assertThat(upload.state()).isEqualTo(Upload.State.REFUSED);
        assertThat(Objects.requireNonNull(upload.refusal()).code()).isEqualTo("zip-encrypted");
        assertThat(upload.parts()).allSatisfy(part -> assertThat(part.refusal()).isNotNull());
    }

    @Test
    void theRowsOfSeveralWorkbooksFollowEachOtherAndSayWhereTheyStand() throws IOException {
        Sent second = new Sent("名单2.xlsx", form("王芳", WANG));
        PackageBuilder again = new PackageBuilder();
        again.person("李静", PackageBuilder.NUMBER).text(Column.SITTING, SITTING).text(Column.EMPLOYER, "另一家单位");
        Sent third = new Sent("名单3.xlsx", again.form());

        deliver(List.of(form(), second, third));

        List<BatchRow> all = rows.rows(batch.id(), Set.of(Stage.CURRENT));
        assertThat(all).extracting(row -> row.draft().registration().name()).containsExactly("李静", "王芳", "李静");
        assertThat(all)
                .extracting(
                        row -> Objects.requireNonNull(row.draft().registration().origin())
                                .file())
                .containsExactly("报名申报表.xlsx", "名单2.xlsx", "名单3.xlsx");
        assertThat(all)
                .extracting(BatchRow::number)
                .as("as in its sheet")
                .containsOnly(all.getFirst().number());
        assertThat(all.getLast().draft().problems())
                .filteredOn(problem -> problem.code().equals("duplicate-in-batch"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("“报名申报表.xlsx”第"));
    }

    @Test
    void aFormOfAnotherSittingIsSaidToBeSo() throws IOException {
        PackageBuilder builder = new PackageBuilder();
        builder.person("李静", PackageBuilder.NUMBER).text(Column.SITTING, "2026-12");
        Upload upload = deliver(List.of(new Sent("报名申报表.xlsx", builder.form())));
        assertThat(upload.notices())
                .filteredOn(notice -> notice.code().equals("wrong-sitting"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("2026-12", SITTING, "新建批次"));
    }

    @Test
    void theSameFileTwiceIsCheckedOnce() throws IOException {
        Upload upload = deliver(List.of(form(), papers(), new Sent("副本.xlsx", form().content())));

        assertThat(rows.ready(batch.id())).hasSize(1);
        assertThat(refusal(upload, "副本.xlsx").message()).contains("报名申报表.xlsx", "只检查一份");
    }

    @Test
    void aFileThatArrivesDuringACheckHasItsTurnAfterIt() throws IOException {
        take(form());
        var first = desk.gather(batch.id(), null).orElseThrow();
        take(papers());
        assertThat(desk.gather(batch.id(), null))
                .as("the check before is not over")
                .isEmpty();

        checks.run(first);
        checks.run(desk.gather(batch.id(), null).orElseThrow());

        assertThat(rows.ready(batch.id())).hasSize(1);
    }

    private Upload deliver(List<Sent> sent) throws IOException {
        for (Sent each : sent) {
            take(each);
        }
        checks.run(desk.gather(batch.id(), null).orElseThrow());
        return uploads.latest(batch.id()).orElseThrow();
    }

    private void take(Sent sent) throws IOException {
        var file = files.store(new ByteArrayInputStream(sent.content()));
        desk.take(batch, sent.name(), file, Actor.system("test"), null);
    }

    private Sent form() throws IOException {
        return new Sent("报名申报表.xlsx", form("李静", PackageBuilder.NUMBER));
    }

    private static byte[] form(String name, String number) throws IOException {
        PackageBuilder builder = new PackageBuilder();
        builder.person(name, number).text(Column.SITTING, SITTING);
        return builder.form();
    }

    private Sent papers() throws IOException {
        return new Sent(
                "材料.zip",
                some.packed(some.person()
                        .withoutForm()
                        .file(
                                "学员资料/李静_" + PackageBuilder.NUMBER + "/其他证明.jpg",
                                "\u00FF\u00D8\u00FF\u00E0scan".getBytes(StandardCharsets.ISO_8859_1))));
    }

    private BadFiles.Refused refused(String name) throws IOException {
        return some.refused().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Sent sent(BadFiles.Refused file) {
        return new Sent(file.name(), file.content());
    }

    private static Upload.Refusal refusal(Upload upload, String name) {
        return upload.parts().stream()
                .filter(part -> part.fileName().equals(name))
                .map(UploadPart::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
