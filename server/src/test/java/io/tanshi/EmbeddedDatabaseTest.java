package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole application with its embedded database, in a process of its own: killed, started again, stopped. The other
 * tests give it a database from outside.
 */
final class EmbeddedDatabaseTest {

    private static final Pattern SETUP_CODE = Pattern.compile("make the administrator with code ([0-9A-Z-]+)\\.");
    private static final Pattern TOKEN = Pattern.compile("XSRF-TOKEN=([^;]+)");
    private static final String PASSWORD = "correct-horse-42";

    @TempDir
    private Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void outlivesAKillAndStopsItsDatabaseWithItself() throws Exception {
        String address = "http://localhost:" + freePort();
        Process first = start(address);
        try {
            awaitAnswer(first, address);
            assertThat(post(address, "/api/setup", """
                            {"code":"%s","username":"root1","displayName":"管理员","password":"%s"}\
                            """.formatted(setupCode(), PASSWORD)))
                    .isEqualTo(204);
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = start(address);
        try {
            assertThat(awaitAnswer(second, address)).contains("\"needed\":false");
            assertThat(post(address, "/api/session", """
                            {"username":"root1","password":"%s"}\
                            """.formatted(PASSWORD))).isEqualTo(200);
            long database = databaseProcess();

            // SIGTERM, as the terminal's end or a service manager sends it.
            second.destroy();

            assertThat(second.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(ProcessHandle.of(database)).isEmpty();
            assertThat(databaseLog()).endsWith("database system is shut down\n");
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process start(String address) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TanshiApplication.class.getName(),
                "--tanshi.test.own-database=true",
                "--tanshi.database.url=",
                "--tanshi.data=" + home.resolve("data"),
                "--server.port=" + URI.create(address).getPort());
        builder.environment().keySet().removeIf(name -> name.startsWith("TANSHI_") || name.startsWith("SPRING_"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
    }

    private Path output() {
        return home.resolve("output.log");
    }

    private String setupCode() throws Exception {
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < end; ) {
            List<MatchResult> found =
                    SETUP_CODE.matcher(Files.readString(output())).results().toList();
            if (!found.isEmpty()) {
                return found.getFirst().group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No setup code was printed:\n" + Files.readString(output()));
    }

    private String awaitAnswer(Process server, String address) throws Exception {
        HttpRequest question =
                HttpRequest.newBuilder(URI.create(address + "/api/setup")).build();
        for (long end = System.nanoTime() + Duration.ofMinutes(2).toNanos(); System.nanoTime() < end; ) {
            assertThat(server.isAlive()).as(Files.readString(output())).isTrue();
            try {
                return http.send(question, HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException notYet) {
                Thread.sleep(250);
            }
        }
        throw new AssertionError("The server did not start:\n" + Files.readString(output()));
    }

    private int post(String address, String path, String body) throws Exception {
        String token = http
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/api/session"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .flatMap(cookie -> TOKEN.matcher(cookie).results())
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Cookie", "XSRF-TOKEN=" + token)
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private long databaseProcess() throws IOException {
        Path file = home.resolve("data/postgres/cluster/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private String databaseLog() throws IOException {
        return Files.readString(home.resolve("data/postgres/postgresql.log"), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
