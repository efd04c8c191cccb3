package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;

/** What staff screens hear of the exam hour without asking. */
final class BoardNewsTest extends ExamHourCase {

    @Test
    void aScreenSeesTheBoardAtOnceAndThenWhoeverEnters() throws Exception {
        MockHttpServletResponse board = listen();
        assertThat(boards(board)).hasSize(1);
        Screen screen = enter();
        await().untilAsserted(() ->
                assertThat(boards(board).getLast()).contains(screen.attempt().toString()));
    }

    private MockHttpServletResponse listen() throws Exception {
        MvcResult result = mvc.perform(get("/api/invigilator/sittings/{id}/board/news", ExamHour.SITTING.value()))
                .andReturn();
        assertThat(result.getRequest().isAsyncStarted())
                .as(
                        "%d %s",
                        result.getResponse().getStatus(), result.getResponse().getContentAsString())
                .isTrue();
        return result.getResponse();
    }

    private static List<String> boards(MockHttpServletResponse screen) {
        String told = new String(screen.getContentAsByteArray(), StandardCharsets.UTF_8);
        return Pattern.compile("(?m)^data:(.*)$")
                .matcher(told)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
