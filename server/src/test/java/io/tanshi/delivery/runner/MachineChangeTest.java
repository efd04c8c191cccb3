package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.tanshi.delivery.runner.MachineChanges.Asking;
import io.tanshi.delivery.runner.Screen.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An exam under way goes on at another machine when a person has let it. */
final class MachineChangeTest extends ExamHourCase {

    private static final UUID OTHER = UUID.randomUUID();

    @Autowired
    MachineChanges machines;

    @Test
    void credentialsAloneDoNotCarryAnExamUnderWayToAnotherMachine() {
        String ticket = ticket();
        Screen here = Screen.enter(mvc, ticket);
        here.write(ExamHour.SINGLE_A, choice("A"), now());
        assertThat(knock(ticket, OTHER).problem()).isEqualTo("release-needed");
        assertThat(knock(ticket, null).problem())
                .as("a browser that keeps nothing")
                .isEqualTo("release-needed");
        assertThat(here.heartbeat().status())
                .as("the machine it is sat at goes on")
                .isEqualTo(200);
        assertThat(Screen.enter(mvc, ticket).heartbeat().status())
                .as("and is let in again")
                .isEqualTo(200);
    }

    @Test
    void beforeTheBellAndAfterTheHandInNobodyHasToRelease() {
        clock.at(Duration.ofMinutes(-10));
        String ticket = ticket();
        Screen.enter(mvc, ticket);
        assertThat(knock(ticket, OTHER).status()).isEqualTo(200);
        clock.at(Duration.ofMinutes(40));
        Screen back = Screen.enter(mvc, ticket, OTHER);
        back.handIn(true);
        assertThat(knock(ticket, UUID.randomUUID()).status())
                .as("to see the receipt")
                .isEqualTo(200);
    }

    @Test
    void aReleaseLetsInOnceAndFencesTheFormerMachine() {
        String ticket = ticket();
        Screen former = Screen.enter(mvc, ticket);
        knock(ticket, OTHER);
        Asking asking = asking(former);
        assertThat(asking.machine()).isEqualTo("Windows · Edge 140 · 7F3A");
        assertThat(decide(asking, true, "").status()).isEqualTo(204);
        assertThat(decide(asking, false, "已放行").problem()).isEqualTo("already-decided");
        assertThat(former.heartbeat().status()).as("until the other is there").isEqualTo(200);

        assertThat(knock(ticket, OTHER).status()).isEqualTo(200);
        assertThat(former.heartbeat().problem()).isEqualTo("opened-elsewhere");
        assertThat(knock(ticket, OTHER).status())
                .as("an answer that was lost is asked for again")
                .isEqualTo(200);
        assertThat(knock(ticket, Screen.machineOf(ticket)).problem())
                .as("back to the former machine")
                .isEqualTo("release-needed");
        assertThat(verbs(former)).contains("MACHINE_ASKED", "MACHINE_RELEASED", "ENTERED");
    }

    @Test
    void aRefusalSaysWhyAndMayBeFollowedByAnotherRequest() {
        String ticket = ticket();
        Screen here = Screen.enter(mvc, ticket);
        knock(ticket, OTHER);
        assertThat(decide(asking(here), false, " ").problem())
                .as("a refusal has a reason")
                .isEqualTo("reason-needed");
        decide(asking(here), false, "考生没有离开原来的机器");
        Answer refused = knock(ticket, OTHER);
        assertThat(refused.problem()).isEqualTo("release-refused");
        assertThat(refused.body().path("detail").asString()).contains("考生没有离开原来的机器");
        assertThat(Screen.knock(mvc, ticket, OTHER, true).problem()).isEqualTo("release-needed");
        assertThat(decide(asking(here), true, "已核对本人").status()).isEqualTo(204);
    }

    @Test
    void whoHasGoneAwayFromTheWaitingScreenIsNotShown() {
        String ticket = ticket();
        Screen here = Screen.enter(mvc, ticket);
        knock(ticket, OTHER);
        clock.at(Duration.ofMinutes(11));
        assertThat(machines.asking(ExamHour.SITTING))
                .noneMatch(asking -> asking.attempt().equals(here.attempt()));
        knock(ticket, OTHER);
        assertThat(asking(here).since()).isEqualTo(ExamHour.BELL.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aReleaseIsForNowNotForLater() {
        String ticket = ticket();
        Screen here = Screen.enter(mvc, ticket);
        knock(ticket, OTHER);
        decide(asking(here), true, "");
        clock.at(Duration.ofMinutes(21));
        assertThat(knock(ticket, OTHER).problem()).isEqualTo("release-needed");
    }

    @Test
    void aSittingMayLetCandidatesOfSilentMachinesGoOnElsewhere() {
        String ticket = ticket();
        Screen here = Screen.enter(mvc, ticket);
        here.heartbeat();
        assertThat(policy(true).path("silentMayMove").asBoolean()).isTrue();
        try {
            assertThat(knock(ticket, OTHER).problem()).as("heard a moment ago").isEqualTo("release-needed");
            ticker.pass(MachineChanges.SILENT_FROM);
            assertThat(knock(ticket, OTHER).status())
                    .as("silent for long enough")
                    .isEqualTo(200);
            assertThat(here.heartbeat().problem()).as("comes back too late").isEqualTo("opened-elsewhere");
        } finally {
            assertThat(policy(false).path("silentFromSeconds").asInt()).isEqualTo(30);
        }
    }

    private Answer knock(String ticket, @Nullable UUID machine) {
        return Screen.knock(mvc, ticket, machine, false);
    }

    private Asking asking(Screen screen) {
        return machines.asking(ExamHour.SITTING).stream()
                .filter(asking -> asking.attempt().equals(screen.attempt()))
                .findFirst()
                .orElseThrow();
    }

    private Answer decide(Asking asking, boolean release, String reason) {
        return Screen.send(
                mvc,
                post(
                        "/api/invigilator/sittings/{id}/machine-requests/{request}/decision",
                        ExamHour.SITTING.value(),
                        asking.id()),
                Map.of("release", release, "reason", reason));
    }

    private JsonNode policy(boolean silentMayMove) {
        String path = "/api/admin/exam/sittings/{id}/machine-changes";
        Screen.send(mvc, put(path, ExamHour.SITTING.value()), Map.of("silentMayMove", silentMayMove));
        return Screen.send(mvc, get(path, ExamHour.SITTING.value()), null).body();
    }

    private List<String> verbs(Screen screen) {
        JsonNode timeline = Screen.send(
                        mvc,
                        get(
                                "/api/invigilator/attempts/{id}/timeline",
                                screen.attempt().value()),
                        null)
                .body();
        List<String> verbs = new ArrayList<>();
        timeline.forEach(entry -> verbs.add(entry.path("verb").asString()));
        return verbs;
    }
}
