package io.tanshi.certificate.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.certificate.register.CertificateDesk;
import io.tanshi.certificate.register.CertificateDesk.Handed;
import io.tanshi.platform.DemoClock;
import io.tanshi.programme.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tanshi.certificate.lookups-per-minute=6000")
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LookupPagesTest {

    private static final String NAME = "陆知秋";
    private static final String ID_NUMBER = "320501199503100820";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Handed certificate;
    private Handed revoked;
    private Handed replaced;
    private String beforeOpening;

    @BeforeAll
    void issueAndOpen() throws Exception {
        CertificateDesk desk = new CertificateDesk(context);
        certificate = desk.issue(NAME, ID_NUMBER, Level.INTERMEDIATE);
        revoked = desk.issue("吴简", "110101198803074112", Level.SENIOR);
        desk.revoke(revoked);
        replaced = desk.issue("郑思源", "110101198803074139", Level.JUNIOR);
        desk.replace(replaced);
        beforeOpening = ask(Map.of("mode", "number", "name", NAME, "number", certificate.number()));
        context.getBean(DemoClock.class).moveTo(Instant.parse("2027-04-20T02:32:05Z"));
    }

    @Test
    void beforeTheOpeningDateThereIsNothingToFind() {
        assertThat(beforeOpening).contains("没有查到").doesNotContain("有效</h1>");
    }

    @Test
    void theFormNeedsNeitherScriptNorAccount() throws Exception {
        String page = get("/verify").body();

        assertThat(page)
                .contains("证书查询", "不用注册", "可查 2026 年 4 月至 2026 年 12 月考期的证书")
                .contains("action=\"/verify\"", "method=\"post\"")
                .doesNotContain("onclick");
    }

    @Test
    void nameAndNumberFindTheCertificateWithAMaskedName() throws Exception {
        String page = ask(Map.of("mode", "number", "name", NAME, "number", certificate.number()));

        assertThat(page)
                .contains(">有效</h1>", "陆*秋", certificate.number(), "CX 2704 2010", "岗位能力评测")
                .doesNotContain(NAME)
                .doesNotContain("data:image");
    }

    @Test
    void whatPeoplePasteIsForgiven() throws Exception {
        String number = " " + certificate.number().toLowerCase(Locale.ROOT).replace("TS", "ＴＳ") + "　";

        assertThat(ask(Map.of("name", " 陆 知 秋 ", "number", number))).contains(">有效</h1>");
        assertThat(ask(Map.of("mode", "id", "name", NAME, "idNumber", "３２０５０１ 19950310 0820")))
                .contains(">有效</h1>");
    }

    @Test
    void theCodeSquareLeadsToTheResult() throws Exception {
        assertThat(get("/v/" + certificate.token()).body()).contains(">有效</h1>", "陆*秋");
    }

    @Test
    void onlyTheHoldersCodeShowsNameAndPhoto() throws Exception {
        String code = new CertificateDesk(context).code(certificate);

        assertThat(ask(Map.of("mode", "code", "code", code))).contains(NAME, "data:image/jpeg;base64,");
    }

    @Test
    void theAddressOfTheCodeSquareMayBePastedAsACode() throws Exception {
        assertThat(ask(Map.of("mode", "code", "code", "http://localhost:8080/v/" + certificate.token())))
                .contains(">有效</h1>", "陆*秋");
    }

    @Test
    void revokedAndReplacedAreSaidInWords() throws Exception {
        assertThat(get("/v/" + revoked.token()).body()).contains(">已撤销</h1>", "word--revoked", "它不再有效");
        assertThat(get("/v/" + replaced.token()).body()).contains(">已换发</h1>", "请持证人出示新证书");
    }

    @Test
    void everyMissGetsTheSameAnswerAndTakesAsLongAsAHit() throws Exception {
        String wrongName = missOf(Map.of("mode", "number", "name", "陆知春", "number", certificate.number()));
        String wrongNumber = missOf(Map.of("mode", "number", "name", NAME, "number", "TS2026 2 999999 0"));
        String nobody = missOf(Map.of("mode", "id", "name", "陈无", "idNumber", "110101199003074135"));
        String wrongPair = missOf(Map.of("mode", "id", "name", "陈无", "idNumber", ID_NUMBER));

        assertThat(wrongName).isEqualTo(wrongNumber);
        assertThat(nobody).isEqualTo(wrongPair);
        long start = System.nanoTime();
        get("/v/nobody-knows-this-token");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(AnswerPace.FLOOR);
    }

    /** The answer without what the visitor typed. */
    private String missOf(Map<String, String> fields) throws Exception {
        String page = ask(fields);
        assertThat(page).contains("没有查到");
        return page.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void anEmptyQuestionIsAskedBackWithWords() throws Exception {
        assertThat(ask(Map.of("mode", "number", "name", NAME, "number", " "))).contains("请填写证书编号。");
    }

    @Test
    void aDocumentIsCheckedByUploadAgainstSignatureAndRegister() throws Exception {
        assertThat(upload(certificate.document()).body()).contains("签名有效", certificate.number(), "证书状态");

        byte[] altered = certificate.document().clone();
        altered[altered.length / 2] ^= 1;
        assertThat(upload(altered).body()).contains("签名无效");
        assertThat(upload("不是 PDF".getBytes(StandardCharsets.UTF_8)).body()).contains("无法核对");
    }

    @Test
    void anUploadBeyondFiveMegabytesIsTurnedAwayWithWords() throws Exception {
        HttpResponse<String> answer = upload(new byte[6 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get(answer.headers().firstValue("Location").orElseThrow()).body())
                .contains("文件超过 5 MB");
    }

    @Test
    void theAnchorCanBeDownloaded() throws Exception {
        assertThat(get("/verify/anchor.pem").body()).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void thePagesAreDrawnWhenAskedFor() throws Exception {
        String target = System.getProperty("tanshi.shots", "");
        if (target.isEmpty()) {
            return;
        }
        String[] pages = {"/verify", "/v/" + certificate.token(), "/v/" + revoked.token(), "/v/none", "/verify/file"};
        String[] names = {"form", "valid", "revoked", "missing", "file"};
        for (int i = 0; i < pages.length; i++) {
            shot(pages[i], Path.of(target, names[i] + "-1440.png"), "1440,900");
            shot(pages[i], Path.of(target, names[i] + "-500.png"), "500,1400");
        }
    }

    private void shot(String page, Path file, String size) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--hide-scrollbars",
                        "--window-size=" + size,
                        "--screenshot=" + file,
                        "http://localhost:" + port + page)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private String ask(Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(uri("/verify"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(uri("/verify/file"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
