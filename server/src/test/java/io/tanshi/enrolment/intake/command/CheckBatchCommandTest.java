package io.tanshi.enrolment.intake.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.platform.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CheckBatchCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PackageBuilder builder = new PackageBuilder();
    private final PackageBuilder.Person person = builder.person("李静", PackageBuilder.NUMBER);

    @Test
    void aRightPackageEndsWithZeroAndNothingButJsonOnStandardOutput() throws IOException {
        assertThat(run("--json")).isZero();
        JsonNode report = json();
        assertThat(report.propertyNames()).contains("file", "rows", "accepted", "headCount", "problems", "notices");
        assertThat(report.get("file").asString()).isEqualTo("package.zip");
        assertThat(report.get("rows").asInt()).isEqualTo(1);
        assertThat(report.get("accepted").asInt()).isEqualTo(1);
        assertThat(report.get("headCount").get("declared").isNull()).isTrue();
        assertThat(report.get("headCount").get("found").asInt()).isEqualTo(1);
        assertThat(report.get("problems")).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("已检查 1 / 1 行");
    }

    @Test
    void aFaultyRowEndsWithOneAndIsDescribed() throws IOException {
        person.text(Column.PHONE, "12345");
        assertThat(run("--json")).isEqualTo(1);
        JsonNode problem = json().get("problems").get(0);
        assertThat(problem.propertyNames()).containsExactly("row", "sheet", "name", "code", "field", "message", "fix");
        assertThat(problem.get("row").asInt()).isEqualTo(4);
        assertThat(problem.get("sheet").asString()).isEqualTo("报名申报表");
        assertThat(problem.get("name").asString()).isEqualTo("李静");
        assertThat(problem.get("code").asString()).isEqualTo("phone-invalid");
    }

    @Test
    void anUnreadablePackageEndsWithTwo() throws IOException {
        builder.withoutForm();
        assertThat(run("--json")).isEqualTo(2);
        JsonNode error = json().get("error");
        assertThat(error.propertyNames()).containsExactly("code", "message", "fix");
        assertThat(error.get("code").asString()).isEqualTo("form-missing");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeSo() {
        assertThat(command().run(List.of("--json", "--exam", "2026-12", folder + "/none.zip")))
                .isEqualTo(2);
        assertThat(json().get("error").get("code").asString()).isEqualTo("file-missing");
    }

    @Test
    void withoutJsonTheReportIsForPeople() throws IOException {
        person.text(Column.PHONE, "12345");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("共 1 行，通过 0 行，未通过 1 行", "第 4 行  李静", "手机号", "怎么办");
    }

    @Test
    void wrongUsageIsExplained() {
        assertThat(command().run(List.of("x.zip"))).isEqualTo(64);
        assertThat(command().run(List.of("x.zip", "--exam", "2026-13"))).isEqualTo(64);
        assertThat(command().run(List.of("x.zip", "--exam", "2026-12", "--nonsense")))
                .isEqualTo(64);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("用法");
    }

    @Test
    void registrationClosesSevenDaysBeforeTheFourthSaturday() {
        assertThat(ExamMonth.read("2026-12").orElseThrow().asOf()).isEqualTo(LocalDate.of(2026, 12, 19));
        assertThat(ExamMonth.read("2026-08").orElseThrow().asOf()).isEqualTo(LocalDate.of(2026, 8, 15));
    }

    @Test
    void makeBatchWritesThePackageAndWhatIsExpectedOfIt() {
        Path zip = folder.resolve("made.zip");
        int status = new MakeBatchCommand(console())
                .run(List.of(
                        "--people", "8", "--seed", "4", "--faults", "phone-invalid", "--layout", "root", "" + zip));
        assertThat(status).isZero();
        assertThat(folder.resolve("made.expected.json")).isRegularFile();
        assertThat(command().run(List.of("--json", "--exam", "2026-12", "" + zip)))
                .isEqualTo(1);
        assertThat(Files.exists(zip)).isTrue();
        assertThat(new MakeBatchCommand(console()).run(List.of("--faults", "nonsense", "" + zip)))
                .isEqualTo(64);
    }

    private int run(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--exam", "2026-12", builder.write(folder).toString()));
        return command().run(arguments);
    }

    private CheckBatchCommand command() {
        return new CheckBatchCommand(console());
    }

    private Console console() {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }
}
