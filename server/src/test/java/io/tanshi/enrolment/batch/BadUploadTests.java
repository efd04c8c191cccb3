package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.command.CheckBatchRun;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What an institution hears when its upload is not in order: the same on the page and from {@code check-batch}. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadUploadTests {

    /** Far enough away that no other test closes its registration by moving the clock. */
    private static final String SITTING = "2027-04";

    @Autowired
    private UploadStore uploads;

    @Autowired
    private RowStore rows;

    @Autowired
    private io.tanshi.files.Files files;

    private Path folder;
    private Visitor institution;
    private UUID sitting;
    private BadFiles bad;

    @BeforeAll
    void anInstitutionSignsIn(@Autowired MockMvc mvc, @TempDir Path empty) {
        folder = empty;
        DemoPeople people = new DemoPeople(mvc);
        institution = people.staff(DemoPeople.INSTITUTION);
        sitting = people.sitting(SITTING);
        bad = new BadFiles(SITTING, folder);
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeTakenIsRefusedWithItsReasonAndKept() throws IOException {
        UUID batch = openBatch();
        return bad.refused().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> checkRefused(batch, file)));
    }

    private void checkRefused(UUID batch, BadFiles.Refused file) throws IOException {
        JsonNode view = upload(batch, file.name(), file.content());

        JsonNode refusal = view.path("upload").path("refusal");
        assertThat(view.path("upload").path("state").asString()).isEqualTo("REFUSED");
        assertThat(refusal.path("code").asString()).isEqualTo(file.code());
        assertThat(refusal.path("message").asString()).contains(file.words()).doesNotContain(PackageBuilder.NUMBER);
        assertThat(refusal.path("fix").asString()).contains("请");
        assertThat(view.path("strip")).isEmpty();
        assertThat(rows.rows(uploads.get(id(view)).batch(), Set.of(BatchRow.Stage.values())))
                .isEmpty();
        assertThat(files.read(uploads.get(id(view)).parts().getFirst().file()))
                .as("the original")
                .isEqualTo(file.content());

        CheckBatchRun.Outcome command =
                CheckBatchRun.of(Files.write(folder.resolve(file.name()), file.content()), SITTING);
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.report().path("error")).isEqualTo(refusal);
    }

    @Test
    void anEmptyFileIsRefusedAtOnce() throws IOException {
        UUID batch = openBatch();
        Answer answer = send(batch, "空.zip", new byte[0]);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("type").asString()).endsWith("enrolment/upload-empty");
        assertThat(answer.json().path("detail").asString()).contains("0 字节");
        assertThat(view(batch).has("upload")).isFalse();

        CheckBatchRun.Outcome command = CheckBatchRun.of(Files.write(folder.resolve("空.zip"), new byte[0]), SITTING);
        assertThat(command.status()).isEqualTo(2);
        JsonNode error = command.report().path("error");
        assertThat(error.path("message").asString() + error.path("fix").asString())
                .isEqualTo(answer.json().path("detail").asString());
    }

    @Test
    void aFormulaBlocksItsRowAndIsNeverRead() throws IOException {
        PackageBuilder builder = new PackageBuilder();
        builder.person("李静", PackageBuilder.NUMBER)
                .text(Column.SITTING, SITTING)
                .formula(Column.EMPLOYER, "WEBSERVICE(\"http://localhost/\")");
        assertThat(problems("公式.zip", bad.packed(builder)))
                .containsExactly(Map.entry(
                        "spreadsheet-formula", "“工作单位”单元格里是公式；系统不计算公式，也不采用其缓存值。请复制该单元格，用“选择性粘贴→数值”换成文字后重新上传。"));
    }

    @Test
    void aPhotoIsJudgedByItsHeadBeforeAnythingIsDecoded() throws IOException {
        assertThat(photo(new byte[0])).contains("0 字节");
        assertThat(photo(BadFiles.photoHead(10_000, 6_000))).contains("约 60 百万像素", "未作解码");
    }

    private String photo(byte[] content) throws IOException {
        PackageBuilder builder = new PackageBuilder();
        builder.person("李静", PackageBuilder.NUMBER)
                .text(Column.SITTING, SITTING)
                .photo(content);
        Map<String, String> problems = problems("照片.zip", bad.packed(builder));
        assertThat(problems).containsOnlyKeys("photo-unreadable");
        return problems.getOrDefault("photo-unreadable", "");
    }

    @Test
    void oneDamagedScanIsAMatterOfItsRow() throws IOException {
        byte[] zip = BadFiles.damaged(bad.packed(bad.person()), "学员资料/李静_" + PackageBuilder.NUMBER + "/工作证明.jpg");
        Map<String, String> problems = problems("坏扫描件.zip", zip);
        assertThat(problems).containsOnlyKeys("material-missing:工作证明");
        assertThat(problems.get("material-missing:工作证明")).contains("损坏");
    }

    @Test
    void pathsThatLeadOutAndNamesNobodyCanReadAreSetAside() throws IOException {
        PackageBuilder builder = bad.person()
                .file("../../etc/cron.d/x.jpg", new byte[1])
                .file("照片/\u001B[31m红\u0007.jpg", new byte[1])
                .file("照片/" + "长".repeat(300) + ".jpg", new byte[1])
                .file("照片/" + "学员".repeat(3_000) + ".jpg", new byte[1]);
        JsonNode view = upload(openBatch(), "路径.zip", bad.packed(builder));

        assertThat(view.path("upload").path("state").asString()).isEqualTo("CHECKED");
        assertThat(notices(view, "unsafe-entry"))
                .hasSize(3)
                .anySatisfy(words -> assertThat(words).contains("../../etc/cron.d/x.jpg", "压缩包之外"))
                .anySatisfy(words -> assertThat(words).contains("\uFFFD[31m红\uFFFD.jpg", "控制字符"))
                .allSatisfy(words -> assertThat(words).hasSizeLessThan(200));
        assertThat(notices(view, "orphan-photo"))
                .singleElement()
                .satisfies(words -> assertThat(words).contains("长长…长长"));
        assertThat(view.path("counts").path("blocked").asInt()).isZero();
    }

    @Test
    void aWorkbookAloneIsCheckedAndMissesThePapers() throws IOException {
        Map<String, String> problems = problems("名单.xlsx", bad.person().form());
        assertThat(problems).containsKey("photo-missing").hasSize(Material.values().length);
    }

    @Test
    void aNameThatNoSystemKeepsIsShortened() throws IOException {
        UUID batch = openBatch();
        JsonNode view = upload(batch, "C:\\学员\\" + "长".repeat(300) + "\u0007\n.zip", bad.packed(bad.person()));
        assertThat(view.path("upload").path("fileName").asString())
                .startsWith("长长")
                .endsWith("….zip")
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void aNumberInTheNameOfTheFileIsNotShown() throws IOException {
        JsonNode view = upload(openBatch(), "李静_" + PackageBuilder.NUMBER + ".zip", bad.packed(bad.person()));
        assertThat(view.path("upload").path("fileName").asString()).isEqualTo("李静_4403**********002X.zip");
    }

    /** What the page says of the only row, and {@code check-batch} says too: codes with message and fix. */
    private Map<String, String> problems(String name, byte[] content) throws IOException {
        UUID batch = openBatch();
        JsonNode view = upload(batch, name, content);
        assertThat(view.path("upload").path("state").asString())
                .as("%s", view.path("upload"))
                .isEqualTo("CHECKED");
        JsonNode row = institution
                .good(Call.get("/api/institution/batches/{id}/rows", batch))
                .json()
                .path("items")
                .get(0);
        CheckBatchRun.Outcome command = CheckBatchRun.of(Files.write(folder.resolve(name), content), SITTING);
        assertThat(command.status()).isEqualTo(1);
        Map<String, String> onThePage = problems(row.path("problems"));
        assertThat(onThePage).isEqualTo(problems(command.report().path("problems")));
        return onThePage;
    }

    private static Map<String, String> problems(JsonNode list) {
        Map<String, String> problems = new TreeMap<>();
        list.forEach(p -> problems.put(
                p.path("code").asString(),
                p.path("message").asString() + p.path("fix").asString()));
        return problems;
    }

    private static List<String> notices(JsonNode view, String code) {
        return StreamSupport.stream(view.path("notices").spliterator(), false)
                .filter(notice -> notice.path("code").asString().equals(code))
                .map(notice -> notice.path("message").asString())
                .toList();
    }

    private UUID openBatch() {
        return UUID.fromString(institution
                .good(Call.post("/api/institution/batches").json(Map.of("sittingId", sitting)))
                .json()
                .path("id")
                .asString());
    }

    private JsonNode upload(UUID batch, String name, byte[] content) {
        Answer answer = send(batch, name, content);
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Set.of("CHECKED", "REFUSED", "FAILED", "AWAITING_FORM")
                        .contains(view(batch).path("upload").path("state").asString()));
        return view(batch);
    }

    private Answer send(UUID batch, String name, byte[] content) {
        return institution.send(Call.post("/api/institution/batches/{id}/uploads", batch)
                .bytes(content)
                .header("X-File-Name", URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    private JsonNode view(UUID batch) {
        return institution
                .good(Call.get("/api/institution/batches/{id}", batch))
                .json();
    }

    private static UUID id(JsonNode view) {
        return UUID.fromString(view.path("upload").path("id").asString());
    }
}
