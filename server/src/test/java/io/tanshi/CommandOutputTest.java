package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command prints when it runs as the launcher runs it: in a process of its own, in a locale without Chinese. */
final class CommandOutputTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    private Path folder;

    @Test
    void standardOutputHoldsTheResultAndNothingElse() throws Exception {
        Path zip = folder.resolve("made.zip");
        assertThat(run("make-batch", "--people", "3", "--faults", "phone-invalid", "" + zip))
                .isZero();
        assertThat(output().lines()).singleElement().asString().startsWith("已写出 " + zip + "（3 行，其中 2 行应通过）");
        assertThat(errors().lines()).containsExactly("正在生成 3 人的报名资料包 …");

        assertThat(run("check-batch", "" + zip, "--exam", "2026-12", "--json")).isEqualTo(1);
        JsonNode report = STRICT.readTree(output());
        assertThat(report.get("rows").asInt()).isEqualTo(3);
        assertThat(errors().lines()).containsExactly("正在读取 " + zip + " …", "已检查 3 / 3 行");
    }

    @Test
    void verifyPrintsItsVerdictOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("a.pdf"), "no PDF");
        assertThat(run("verify", "" + file)).isEqualTo(2);
        assertThat(output().lines()).hasSize(2).first().asString().isEqualTo("文件      " + file);
        assertThat(errors()).isEmpty();
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        assertThat(run("fly")).isEqualTo(64);
        assertThat(output()).isEmpty();
        assertThat(errors()).contains("没有这个命令", "fly");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TanshiApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TANSHI_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .put("TANSHI_KEY_FILE", folder.resolve("keys/master.json").toString());
        Process process = builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }
}
