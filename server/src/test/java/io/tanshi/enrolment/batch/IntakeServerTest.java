package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.fixtures.TestPostgres;
import io.tanshi.postgres.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The intake behind a real web server with 256 MB of memory: killed and stopped in the middle of a check, sent more than
 * it takes, sent half of what was announced.
 */
final class IntakeServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITTING = "2027-04";
    private static final int MANY = 19_000;
    private static final long LIMIT = 8L << 20;

    @TempDir
    private Path home;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String database = TestPostgres.newDatabase();
    private String address = "";
    private String batch = "";
    private String batchOfTransfer = "";
    private String transfer = "";
    private byte[] content = {};

    @Test
    void outlivesKillsAndAnswersWhateverIsSent() throws Exception {
        Process server = start();
        try {
            signIn();
            batch = "/api/institution/batches/" + openBatch();
            upload("名单.xlsx", new BadFiles(SITTING, home).rows(MANY));
            beginTransfer();
            awaitRows();
            try (Socket socket = sendPartOfTransfer()) {
                server.destroyForcibly().waitFor();
            }

            server = start();
            assertThat(get(batch).path("strip")).as("nothing half-written").isEmpty();
            theTransferGoesOnFromItsLastDurableByte();
            awaitRows();
            // SIGTERM, as a service manager sends it.
            server.destroy();
            server.waitFor();

            server = start();
            await().atMost(Duration.ofMinutes(3)).until(() -> state().equals("CHECKED"));
            assertThat(get(batch).path("strip")).hasSize(MANY);
            assertThat(get(batch).path("upload").path("rowsTotal").asInt()).isEqualTo(MANY);

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> state(batchOfTransfer).equals("CHECKED"));
            assertThat(get(batchOfTransfer).path("counts").path("blocked").asInt())
                    .as("every byte arrived where it belongs")
                    .isZero();

            whatIsTooLargeIsRefusedInWords();
            aNameThatIsTooLongToBeReadIsRefusedInWords();
            whatIsCutOffLeavesNothing();
            whatComesAfterTheDeadlineIsRefusedInWords();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** A package of about 6 MB whose contents say when they are not whole. */
    private void beginTransfer() throws IOException {
        byte[] scan = new byte[6_000_000];
        new java.util.Random(1).nextBytes(scan);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, scan, 0, 3);
        PackageBuilder builder = new PackageBuilder();
        builder.person("李静", PackageBuilder.NUMBER)
                .text(Column.SITTING, SITTING)
                .paper(Material.WORK, scan);
        content = Files.readAllBytes(builder.write(home));
        batchOfTransfer = "/api/institution/batches/" + openBatch();
        HttpResponse<String> answer = answer(request(batchOfTransfer + "/transfers")
                .setHeader("Tus-Resumable", "1.0.0")
                .setHeader("Upload-Length", "" + content.length)
                .setHeader("Upload-Metadata", "filename YS56aXA=")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        transfer = answer.headers().firstValue("Location").orElseThrow();
    }

    /** Sends 40 percent of what it announces and stays on the line. */
    private Socket sendPartOfTransfer() throws IOException {
        int some = content.length * 2 / 5;
        Socket socket = new Socket("localhost", URI.create(address).getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("PATCH " + transfer + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie()
                        + "\r\nX-XSRF-TOKEN: " + token()
                        + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0"
                        + "\r\nContent-Type: application/offset+octet-stream"
                        + "\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(content, 0, some);
        out.flush();
        await().until(() -> offset() > some - (1 << 20));
        return socket;
    }

    private void theTransferGoesOnFromItsLastDurableByte() {
        long at = offset();
        assertThat(at).isEqualTo(content.length * 2L / 5 / (1 << 20) * (1 << 20));
        HttpResponse<String> rest = answer(request(transfer)
                .setHeader("Tus-Resumable", "1.0.0")
                .setHeader("Upload-Offset", "" + at)
                .setHeader("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(content, (int) at, content.length - (int) at))
                .build());
        assertThat(rest.statusCode()).as(rest.body()).isEqualTo(204);
    }

    private long offset() {
        HttpResponse<String> answer = answer(request(transfer)
                .setHeader("Tus-Resumable", "1.0.0")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private String cookie() {
        return String.join(
                "; ",
                cookies.getCookieStore().getCookies().stream()
                        .map(c -> c.getName() + "=" + c.getValue())
                        .toList());
    }

    private void whatIsTooLargeIsRefusedInWords() throws Exception {
        byte[] large = new byte[(int) (4 * LIMIT)];
        assertTooLarge(send(upload(), "big.zip", HttpRequest.BodyPublishers.ofByteArray(large)), "8 MB");
        // Of unknown length: the limit is met on the way.
        assertTooLarge(
                send(
                        upload(),
                        "big.zip",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))),
                "8 MB");
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        assertTooLarge(
                send(
                        upload().setHeader("Content-Type", "multipart/form-data; boundary=x"),
                        "big.zip",
                        HttpRequest.BodyPublishers.ofString(form + " ".repeat((int) (2 * LIMIT)))),
                "上限");
        HttpResponse<String> unreadable = send(
                upload().setHeader("Content-Type", "multipart/form-data"),
                "a.zip",
                HttpRequest.BodyPublishers.ofString("no form"));
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(problem(unreadable).path("detail").asString()).contains("读不出文件");
    }

    /** The web server refuses it before anything of ours is asked. */
    private void aNameThatIsTooLongToBeReadIsRefusedInWords() {
        HttpResponse<String> refused =
                send(upload(), "名".repeat(3_000) + ".zip", HttpRequest.BodyPublishers.ofByteArray(new byte[100]));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused).path("type").asString()).endsWith("platform/bad-request");
        assertThat(problem(refused).path("detail").asString()).contains("文件名改短");
    }

    private static void assertTooLarge(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).path("detail").asString()).contains(words, "请");
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return JSON.readTree(answer.body());
    }

    /** Announces more than it sends and goes. */
    private void whatIsCutOffLeavesNothing() throws Exception {
        String last = get(batch).path("upload").path("id").asString();
        long files = files();
        try (Socket socket = new Socket("localhost", URI.create(address).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + batch + "/uploads HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie()
                            + "\r\nX-XSRF-TOKEN: " + token()
                            + "\r\nX-File-Name: a.zip\r\nContent-Type: application/octet-stream"
                            + "\r\nContent-Length: 6000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[3_000_000]);
            out.flush();
            await().until(() -> files() > files);
        }
        await().until(() -> files() == files);
        assertThat(get(batch).path("upload").path("id").asString()).isEqualTo(last);
    }

    private void whatComesAfterTheDeadlineIsRefusedInWords() throws Exception {
        signIn("admin");
        HttpResponse<String> moved = http.send(
                request("/api/admin/demo-clock")
                        .setHeader("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"to\":\"2027-04-23T10:00:00+08:00\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(204);
        signIn();
        byte[] content = new BadFiles(SITTING, home).rows(1);
        HttpResponse<String> late = send(upload(), "late.xlsx", HttpRequest.BodyPublishers.ofByteArray(content));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(problem(late).path("detail").asString()).contains("报名已截止");
        HttpResponse<String> submission = send(request(batch + "/submission"), "", HttpRequest.BodyPublishers.noBody());
        assertThat(submission.statusCode()).isEqualTo(409);
        assertThat(problem(submission).path("type").asString()).endsWith("registration-closed");
    }

    private void awaitRows() {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            int done = get(batch + "/progress").path("done").asInt();
            assertThat(state()).isIn("WAITING", "CHECKING");
            return done > 20;
        });
    }

    private String state() {
        return state(batch);
    }

    private String state(String of) {
        return get(of).path("upload").path("state").asString();
    }

    private void signIn() {
        signIn("institution");
    }

    private void signIn(String username) {
        cookies.getCookieStore().removeAll();
        get("/api/session");
        HttpResponse<String> answer =
                post("/api/session", Map.of("username", username, "password", "tanshi-demo-2026"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        get("/api/session");
    }

    private String openBatch() {
        String sitting = "";
        for (JsonNode each : get("/api/sittings")) {
            sitting = each.path("code").asString().equals(SITTING)
                    ? each.path("id").asString()
                    : sitting;
        }
        return JSON.readTree(post("/api/institution/batches", Map.of("sittingId", sitting))
                        .body())
                .path("id")
                .asString();
    }

    private void upload(String name, byte[] content) {
        assertThat(send(upload(), name, HttpRequest.BodyPublishers.ofByteArray(content))
                        .statusCode())
                .isEqualTo(202);
    }

    private HttpRequest.Builder upload() {
        return request(batch + "/uploads").setHeader("Content-Type", "application/octet-stream");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String name, HttpRequest.BodyPublisher body) {
        return answer(request.setHeader("X-File-Name", java.net.URLEncoder.encode(name, StandardCharsets.UTF_8))
                .POST(body)
                .build());
    }

    private HttpResponse<String> post(String path, Object body) {
        return answer(request(path)
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = answer(request(path).GET().build());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .setHeader("X-XSRF-TOKEN", token())
                .timeout(Duration.ofMinutes(1));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("data/files"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                IntakeServer.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--tanshi.test.own-database=true",
                "--tanshi.database.url=" + database,
                "--tanshi.database.user=" + EmbeddedPostgres.USER,
                "--tanshi.database.password=" + TestPostgres.password(),
                "--tanshi.data=" + home.resolve("data"),
                "--tanshi.key-file=" + home.resolve("keys/master.json")));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TANSHI_INTAKE_MAX_UPLOAD", Long.toString(LIMIT));
        Process server = builder.redirectErrorStream(true).start();
        address = "http://localhost:" + port(server.getInputStream());
        return server;
    }

    /** Reads on after the port was printed, so that the server never waits for a full pipe. */
    private static int port(InputStream output) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(IntakeServer.READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
                return Integer.parseInt(line.substring(IntakeServer.READY.length()));
            }
        }
        throw new IllegalStateException("The server did not start:\n" + said);
    }
}
