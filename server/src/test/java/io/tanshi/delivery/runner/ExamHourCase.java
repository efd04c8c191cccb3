package io.tanshi.delivery.runner;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.Attempts;
import io.tanshi.delivery.Response;
import io.tanshi.delivery.runner.ExamHour.Hand;
import io.tanshi.delivery.runner.ExamHour.Leaps;
import io.tanshi.itembank.ItemVersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ApplicationModuleTest
@AutoConfigureMockMvc(addFilters = false)
@Import(ExamHour.class)
abstract class ExamHourCase {

    static int tickets;

    @Autowired
    MockMvc mvc;

    @Autowired
    Hand clock;

    @Autowired
    Leaps ticker;

    @Autowired
    Attempts attempts;

    @Autowired
    AnswerLog log;

    @Autowired
    ExamSweep sweep;

    @Autowired
    Supervision supervision;

    @Autowired
    DSLContext db;

    @BeforeEach
    void tenMinutesIn() {
        clock.at(Duration.ofMinutes(10));
    }

    Screen enter() {
        return Screen.enter(mvc, ticket());
    }

    static synchronized String ticket() {
        return "26122603" + (10 + tickets++);
    }

    Instant now() {
        return clock.instant();
    }

    LogEntry fresh(ItemVersionId item, Response response) {
        return new LogEntry(1, item, response, null, now().toEpochMilli(), new byte[32]);
    }

    static Response choice(String... ids) {
        return new Response(List.of(ids), "");
    }

    static Response text(String text) {
        return new Response(List.of(), text);
    }

    static Acts.Order order(String reason) {
        return Acts.Order.because(reason, staff());
    }

    static Actor staff() {
        return Actor.system("test");
    }

    static JsonNode answer(JsonNode state, ItemVersionId item) {
        return StreamSupport.stream(state.path("answers").spliterator(), false)
                .filter(a -> a.path("itemId").asString().equals(item.toString()))
                .findFirst()
                .orElseThrow();
    }

    static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.propertyStream().forEach(property -> {
            names.add(property.getKey());
            names.addAll(fields(property.getValue()));
        });
        if (node.isArray()) {
            node.forEach(element -> names.addAll(fields(element)));
        }
        return names;
    }
}
