package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Response;
import io.tanshi.platform.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A process is killed with {@code kill -9} while candidates answer; what it acknowledged is in the database. */
@ApplicationModuleTest
@AutoConfigureMockMvc(addFilters = false)
@Import(ExamHour.class)
// This application gives the exam hour away for good.
@DirtiesContext
final class KilledServerTest {

    private static final int CANDIDATES = 12;

    @Autowired
    private Environment environment;

    @Autowired
    private AnswerLog log;

    @Autowired
    private Ownership ownership;

    @Autowired
    private DataSource database;

    /** What the other process has printed. */
    private final StringBuffer said = new StringBuffer();

    private final HttpClient http = HttpClient.newHttpClient();

    /** What one candidate's screen knows when the server dies. */
    private static final class Candidate {
        private String token = "";
        private AttemptId attempt = new AttemptId(new UUID(0, 0));
        private byte[] head = new byte[0];
        private final List<LogEntry> acknowledged = new CopyOnWriteArrayList<>();
    }

    @Test
    void everyAcknowledgedAnswerOutlivesTheProcess() throws Exception {
        // Two processes never run the exams of one database: this one stands aside.
        ownership.destroy();
        Process server = start();
        try {
            String address = "http://localhost:" + port(server) + "/api/exam/";
            List<Candidate> candidates = IntStream.range(0, CANDIDATES)
                    .mapToObj(i -> enter(address, i))
                    .toList();
            List<Thread> threads = candidates.stream()
                    .map(c -> Thread.ofVirtual().start(() -> answerUntilTheServerDies(address, c)))
                    .toList();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> candidates.stream().allMatch(c -> c.acknowledged.size() >= 5));
            server.destroyForcibly().waitFor();
            for (Thread thread : threads) {
                thread.join();
            }
            candidates.forEach(this::checkThatNothingIsLost);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void oneProcessRunsTheExamsAndTheNextTakesOverWhenItIsGone() {
        ownership.destroy();
        Ownership first = new Ownership(database);
        Ownership second = new Ownership(database);
        first.keep();
        second.keep();
        assertThat(first.refusal()).isEmpty();
        assertThat(second.refusal()).isPresent();
        assertThatThrownBy(second::require).isInstanceOf(Problem.class);
        first.destroy();
        second.keep();
        assertThat(second.refusal()).isEmpty();
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        second.destroy();
    }

    private void checkThatNothingIsLost(Candidate candidate) {
        List<LogEntry> stored = log.entries(candidate.attempt);
        // At most the one entry under way when the server died was stored without an acknowledgement.
        assertThat(stored.size() - candidate.acknowledged.size()).isBetween(0, 1);
        byte[] hash = Chain.start(candidate.attempt);
        for (int i = 0; i < stored.size(); i++) {
            hash = Chain.next(hash, stored.get(i));
            assertThat(stored.get(i).hash()).isEqualTo(hash);
            assertThat(stored.get(i).seq()).isEqualTo(i + 1L);
        }
        for (int i = 0; i < candidate.acknowledged.size(); i++) {
            assertThat(stored.get(i).response())
                    .isEqualTo(candidate.acknowledged.get(i).response());
        }
    }

    private Candidate enter(String address, int number) {
        JsonNode entry = post(
                address + "entry",
                "",
                Map.of(
                        "ticketNumber",
                        "261226030" + number,
                        "documentNumber",
                        "33010119900101002X",
                        "roomCode",
                        ExamHour.ROOM_CODE));
        Candidate candidate = new Candidate();
        candidate.token = entry.path("token").asString();
        candidate.attempt =
                new AttemptId(UUID.fromString(entry.path("attemptId").asString()));
        candidate.head = Chain.start(candidate.attempt);
        return candidate;
    }

    private void answerUntilTheServerDies(String address, Candidate candidate) {
        for (long seq = 1; ; seq++) {
            Response response = new Response(List.of(), "第 " + seq + " 次");
            long given = ExamHour.BELL.plusSeconds(600).toEpochMilli();
            LogEntry open = new LogEntry(seq, ExamHour.TEXT, response, null, given, candidate.head);
            LogEntry entry = new LogEntry(seq, ExamHour.TEXT, response, null, given, Chain.next(candidate.head, open));
            JsonNode answer;
            try {
                answer = post(
                        address + "answers",
                        candidate.token,
                        Map.of("entries", List.of(Screen.json(entry)), "newsAfter", 0));
            } catch (IllegalStateException died) {
                return;
            }
            assertThat(answer.path("hash").asString()).isEqualTo(HexFormat.of().formatHex(entry.hash()));
            candidate.acknowledged.add(entry);
            candidate.head = entry.hash();
        }
    }

    private JsonNode post(String address, String token, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Sitting " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Screen.JSON.writeValueAsString(body)))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as(() -> response.body() + "\n" + said)
                    .isEqualTo(200);
            return Screen.JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DoomedServer.class.getName(),
                "--server.port=0",
                "--tanshi.test.own-database=true"));
        for (String key : List.of(
                "tanshi.database.url",
                "tanshi.database.user",
                "tanshi.database.password",
                "tanshi.data",
                "tanshi.key-file")) {
            command.add("--" + key + "=" + environment.getRequiredProperty(key));
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private int port(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(DoomedServer.READY)) {
                // Read on, or the server would wait for somebody to listen.
                Thread.ofVirtual()
                        .start(() ->
                                out.lines().forEach(more -> said.append(more).append('\n')));
                return Integer.parseInt(line.substring(DoomedServer.READY.length()));
            }
        }
        throw new IllegalStateException("The server did not start:\n" + said);
    }
}
