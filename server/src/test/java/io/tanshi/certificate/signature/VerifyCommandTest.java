package io.tanshi.certificate.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.certificate.document.Samples;
import io.tanshi.platform.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {

    private static final Instant AT = Instant.parse("2026-12-10T02:32:05Z");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private static Path shared;

    private static SigningKey key;
    private static byte[] signed;

    @TempDir
    private Path directory;

    @BeforeAll
    static void sign() throws IOException {
        key = new SigningKeys(shared).demonstration("衡度岗位能力评测中心", AT);
        signed = new PdfSigner(key).sign(Samples.issued(), AT, "签发证书");
    }

    @Test
    void aValidFileExitsWithZeroAndNamesAnchorSignerAndTime() throws IOException {
        Path file = signedFile();

        assertThat(run(file.toString())).isZero();
        assertThat(text()).contains("有效 VALID", "演示签名", "2026-12-10 10:32:05 +08:00", "signing-anchor.pem");
    }

    @Test
    void anAlteredFileExitsWithOne() throws IOException {
        Path file = signedFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(text()).contains("INVALID");
    }

    @Test
    void withoutAnchorNoSignatureIsValid() throws IOException {
        Path file = signedFile();
        Files.delete(directory.resolve("keys/signing-anchor.pem"));

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(text()).contains("不能确认签署人", "--anchor").doesNotContain("无效");
    }

    @Test
    void anAnchorCanBeNamed() throws IOException {
        Path file = signedFile();
        Path anchor = Files.move(directory.resolve("keys/signing-anchor.pem"), directory.resolve("anchor.pem"));

        assertThat(run(file.toString(), "--anchor", anchor.toString())).isZero();
    }

    @Test
    void whatCannotBeReadExitsWithTwo() throws IOException {
        Path text = Files.writeString(directory.resolve("a.txt"), "not a PDF");

        assertThat(run(text.toString())).isEqualTo(2);
        assertThat(run(directory.resolve("missing.pdf").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run(signedFile().toString(), "--anchor", text.toString())).isEqualTo(2);
    }

    private Path signedFile() throws IOException {
        Path keys = Files.createDirectories(directory.resolve("keys"));
        Files.writeString(keys.resolve(SigningKeys.ANCHOR_FILE), Pem.write(key.anchor()));
        return Files.write(directory.resolve("证书.pdf"), signed);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Map<String, String> environment =
                Map.of("TANSHI_KEY_FILE", directory.resolve("keys/master.key").toString());
        return new VerifyCommand(environment, new Console(out, out)).run(List.of(arguments));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
