package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Response;
import io.tanshi.fixtures.OpenedPaper;
import io.tanshi.itembank.ItemVersionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A candidate's screen over HTTP: keeps the log and its chain as the exam app does. */
final class Screen {

    static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvc mvc;
    private final String ticket;
    private final String token;
    private final AttemptId attempt;
    private final List<LogEntry> log = new ArrayList<>();
    private byte[] head;

    private Screen(MockMvc mvc, String ticket, String token, AttemptId attempt) {
        this.mvc = mvc;
        this.ticket = ticket;
        this.token = token;
        this.attempt = attempt;
        this.head = Chain.start(attempt);
    }

    /** The server's answer. */
    record Answer(int status, JsonNode body) {

        String problem() {
            String type = body.path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    static Screen enter(MockMvc mvc, String ticket) {
        return enter(mvc, ticket, machineOf(ticket));
    }

    static Screen enter(MockMvc mvc, String ticket, UUID machine) {
        Answer answer = knock(mvc, ticket, machine, true);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return new Screen(
                mvc,
                ticket,
                answer.body().path("token").asString(),
                new AttemptId(UUID.fromString(answer.body().path("attemptId").asString())));
    }

    /** The machine at which a candidate sits; tests that change it name another. */
    static UUID machineOf(String ticket) {
        return UUID.nameUUIDFromBytes(ticket.getBytes(StandardCharsets.UTF_8));
    }

    static Answer knock(MockMvc mvc, String ticket, @Nullable UUID machine, boolean anew) {
        Map<String, Object> body = new HashMap<>(
                Map.of("ticketNumber", ticket, "documentNumber", "33010119900101002X", "roomCode", ExamHour.ROOM_CODE));
        body.put("machine", machine);
        body.put("machineLabel", "Windows · Edge 140 · 7F3A");
        body.put("anew", anew);
        return send(mvc, MockMvcRequestBuilders.post("/api/exam/entry"), body);
    }

    /** The same candidate at another machine, which goes on where the server is: after the first answer of this one. */
    Screen elsewhere() {
        Screen other = enter(mvc, ticket);
        other.log.add(log.getFirst());
        other.head = log.getFirst().hash();
        return other;
    }

    AttemptId attempt() {
        return attempt;
    }

    /** Puts an answer into the log, without sending it. */
    LogEntry write(ItemVersionId item, Response response, Instant given) {
        return put(new LogEntry(log.size() + 1L, item, response, null, given.toEpochMilli(), head));
    }

    LogEntry flag(ItemVersionId item, boolean flagged, Instant given) {
        return put(new LogEntry(log.size() + 1L, item, null, flagged, given.toEpochMilli(), head));
    }

    private LogEntry put(LogEntry unsealed) {
        LogEntry entry = new LogEntry(
                unsealed.seq(),
                unsealed.item(),
                unsealed.response(),
                unsealed.flagged(),
                unsealed.givenAtMillis(),
                Chain.next(head, unsealed));
        log.add(entry);
        head = entry.hash();
        return entry;
    }

    Answer send(LogEntry... entries) {
        return save(List.of(entries));
    }

    Answer save(List<LogEntry> entries) {
        return post(
                "answers", Map.of("entries", entries.stream().map(Screen::json).toList(), "newsAfter", 0));
    }

    Answer handIn(boolean acceptUnsent) {
        return post("hand-in", Map.of("lastSeq", log.size(), "acceptUnsent", acceptUnsent));
    }

    Answer heartbeat() {
        return post("heartbeat", Map.of("newsAfter", 0, "unsent", 2, "away", 1, "handRaised", true));
    }

    Answer read(String what) {
        return send(mvc, get("/api/exam/" + what).header("Authorization", "Sitting " + token), null);
    }

    /** The encrypted paper as fetched, at any time until the hand-in. */
    byte[] sealedPaper() {
        try {
            return mvc.perform(get("/api/exam/paper").header("Authorization", "Sitting " + token))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode paper() {
        return OpenedPaper.open(sealedPaper(), read("key").body().path("key").asString());
    }

    String token() {
        return token;
    }

    Answer post(String what, Object body) {
        return send(
                mvc,
                MockMvcRequestBuilders.post("/api/exam/" + what).header("Authorization", "Sitting " + token),
                body);
    }

    /** The same with a key of the locked browser in a header. */
    Answer post(String what, Object body, String configKeyHash) {
        return send(
                mvc,
                MockMvcRequestBuilders.post("/api/exam/" + what)
                        .header("Authorization", "Sitting " + token)
                        .header("X-SafeExamBrowser-ConfigKeyHash", configKeyHash),
                body);
    }

    static Map<String, Object> json(LogEntry entry) {
        Map<String, Object> json = new HashMap<>();
        json.put("clientSeq", entry.seq());
        json.put("itemId", entry.item().value());
        json.put("clientTime", entry.givenAtMillis());
        json.put("hash", HexFormat.of().formatHex(entry.hash()));
        Response response = entry.response();
        if (response == null) {
            json.put("flagged", entry.flagged());
        } else {
            json.put("choices", response.choices());
            json.put("text", response.text());
        }
        return json;
    }

    static Answer send(MockMvc mvc, MockHttpServletRequestBuilder request, @Nullable Object body) {
        try {
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
            }
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            String text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(response.getStatus(), JSON.readTree(text.isEmpty() ? "{}" : text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
