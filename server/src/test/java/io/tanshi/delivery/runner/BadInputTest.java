package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tanshi.delivery.Response;
import io.tanshi.delivery.runner.Screen.Answer;
import io.tanshi.itembank.ItemVersionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What nobody's screen sends: each is refused in its own words, and the log stays as it was. */
final class BadInputTest extends ExamHourCase {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private FilterRegistrationBean<FastLane> lane;

    private MockMvc fast;
    private Screen screen;

    @BeforeEach
    void oneAnswerIsStored() {
        fast = MockMvcBuilders.webAppContextSetup(application)
                .addFilter(
                        Objects.requireNonNull(lane.getFilter()),
                        lane.getUrlPatterns().toArray(String[]::new))
                .build();
        screen = Screen.enter(fast, ticket());
        assertThat(screen.send(screen.write(SINGLE_A, choice("A"), now())).status())
                .isEqualTo(200);
    }

    private void refused(Answer answer, int status, String problem) {
        assertThat(answer.problem()).as(answer.body().toString()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("detail").asString()).isNotBlank();
        assertThat(answer.body().path("requestId").asString()).isNotBlank();
        assertThat(log.entries(screen.attempt())).hasSize(1);
        assertThat(attempts.responses(screen.attempt())).containsOnlyKeys(SINGLE_A);
    }

    private Answer raw(byte[] body) {
        return raw(post("/api/exam/answers")
                .header("Authorization", "Sitting " + screen.token())
                .content(body));
    }

    private Answer raw(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = fast.perform(request).andReturn().getResponse();
            return new Answer(
                    response.getStatus(),
                    JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneMegabyteOfText() {
        refused(screen.send(screen.write(TEXT, text("字".repeat(350_000)), now())), 413, "too-large");
    }

    @Test
    void bytesThatAreNoText() {
        byte[] body = Screen.JSON.writeValueAsBytes(Map.of("entries", List.of(), "note", "x"));
        body[body.length - 3] = (byte) 0xC3;
        refused(raw(body), 400, "not-utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"entries\":7}",
                "{\"entries\":[7]}",
                "{\"entries\":[{\"clientSeq\":\"x\"}]}",
                "null"
            })
    void whatIsNoSuchRequest(String body) {
        refused(raw(body.getBytes(StandardCharsets.UTF_8)), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"entries\":[]}", "{\"entries\":[{}]}", "{\"entries\":[{\"clientSeq\":-4}]}"})
    void whatLacksSomething(String body) {
        refused(raw(body.getBytes(StandardCharsets.UTF_8)), 422, "invalid");
    }

    @Test
    void anOptionThatIsNotOffered() {
        refused(screen.send(screen.write(SINGLE_A, choice("Z"), now())), 422, "option-not-offered");
    }

    @Test
    void aNegativeTime() {
        refused(screen.send(screen.write(SINGLE_A, choice("B"), Instant.ofEpochMilli(-5))), 422, "negative-time");
    }

    @Test
    void anItemOfAnotherForm() {
        refused(screen.send(screen.write(ItemVersionId.next(), choice("A"), now())), 422, "not-on-form");
    }

    @Test
    void anAnswerOfAnothersAttempt() {
        Screen other = Screen.enter(fast, ticket());
        other.write(SINGLE_A, choice("A"), now());
        LogEntry theirs = other.write(SINGLE_A, choice("C"), now());
        refused(screen.send(theirs), 409, "broken-chain");
    }

    @Test
    void aForgedSequence() {
        LogEntry real = screen.write(SINGLE_A, choice("B"), now());
        LogEntry ahead = new LogEntry(9, SINGLE_A, real.response(), null, real.givenAtMillis(), real.hash());
        refused(screen.send(ahead), 409, "sequence-gap");
        LogEntry again = new LogEntry(1, SINGLE_A, real.response(), null, real.givenAtMillis(), real.hash());
        refused(screen.send(again), 409, "sequence-taken");
    }

    @Test
    void aTokenThatWasChanged() {
        String forged = screen.token().replaceFirst("^.", screen.token().startsWith("A") ? "B" : "A");
        for (String what : List.of("answers", "heartbeat")) {
            refused(
                    raw(post("/api/exam/" + what)
                            .header("Authorization", "Sitting " + forged)
                            .contentType("application/json")
                            .content("{}")),
                    401,
                    "token-invalid");
        }
    }

    @Test
    void aSaveAfterTheHandInAndASecondHandIn() {
        clock.at(Duration.ofMinutes(31));
        Answer receipt = screen.handIn(false);
        assertThat(receipt.status()).isEqualTo(200);
        refused(screen.send(screen.write(SINGLE_A, choice("B"), now())), 409, "already-handed-in");
        assertThat(screen.handIn(true).body()).isEqualTo(receipt.body());
    }

    @Test
    void aBeatThatCountsBackwards() {
        refused(screen.post("heartbeat", Map.of("unsent", -1)), 422, "invalid");
    }

    @Test
    void textOfTheGreatestLengthIsNoBadInput() {
        Response longest = text("𠮷".repeat(2000));
        assertThat(screen.send(screen.write(TEXT, longest, now())).status()).isEqualTo(200);
        assertThat(attempts.responses(screen.attempt()).get(TEXT)).isEqualTo(longest);
    }
}
