package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.BELL;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.SITTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.rulings.Silences;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What two persons decide: lost time given back, and the end of an attempt. */
final class RulingTest extends ExamHourCase {

    private static final String OF_SITTING = "/api/invigilator/sittings/" + SITTING;
    private static final CurrentAccount SECOND =
            new CurrentAccount(AccountId.next(), "第二监考", Set.of(Role.INVIGILATOR), null, null);

    @Autowired
    Silences silences;

    @AfterEach
    void theFirstInvigilatorIsBack() {
        ExamHour.signedIn = ExamHour.INVIGILATOR;
    }

    @Test
    void aBreakIsProposedByOneApprovedByAnotherAndReachesTheScreenWithItsReason() {
        Screen screen = enter();
        silentFor(screen, 6);
        Screen.Answer proposed = propose(screen, null);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        assertThat(proposed.body().at("/shares/0/minutes").asInt()).isEqualTo(6);
        assertThat(screen.heartbeat().body().path("extraMinutes").asInt()).isZero();

        ExamHour.signedIn = SECOND;
        assertThat(decide(proposed, true).status()).isEqualTo(204);
        JsonNode news = screen.heartbeat().body();
        assertThat(Instant.parse(news.path("deadline").asString())).isEqualTo(BELL.plus(Duration.ofMinutes(126)));
        assertThat(news.at("/messages/0/text").asString()).contains("断网").contains("补时 6 分钟");
        assertThat(timeline(screen)).contains("SILENT", "GIVEN_BACK");
    }

    @Test
    void whoeverProposesDoesNotDecide() {
        Screen screen = enter();
        silentFor(screen, 6);
        Screen.Answer own = decide(propose(screen, null), true);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.problem()).isEqualTo("own-proposal");
        assertThat(screen.heartbeat().body().path("extraMinutes").asInt()).isZero();
    }

    @Test
    void aRulingIsDecidedOnceAndItsTimeIsNotGivenBackAgain() {
        Screen screen = enter();
        silentFor(screen, 6);
        Screen.Answer proposed = propose(screen, null);
        ExamHour.signedIn = SECOND;
        decide(proposed, true);
        assertThat(decide(proposed, true).problem()).isEqualTo("already-decided");
        assertThat(propose(screen, null).problem()).isEqualTo("nothing-lost");
        assertThat(screen.heartbeat().body().path("extraMinutes").asInt()).isEqualTo(6);
    }

    @Test
    void aRefusedRulingMovesNoClock() {
        Screen screen = enter();
        silentFor(screen, 6);
        Screen.Answer proposed = propose(screen, null);
        ExamHour.signedIn = SECOND;
        assertThat(decide(proposed, false).status()).isEqualTo(204);
        assertThat(screen.heartbeat().body().path("extraMinutes").asInt()).isZero();
    }

    @Test
    void aPauseWithinTheBreakIsNotGivenBackTwice() {
        Screen screen = enter();
        clock.at(Duration.ofMinutes(14));
        supervision.pause(List.of(screen.attempt()), SITTING, order("断电"));
        clock.at(Duration.ofMinutes(20));
        supervision.resume(List.of(screen.attempt()), SITTING, order("来电"));
        silences.returned(screen.attempt(), Duration.ofMinutes(8));
        assertThat(propose(screen, null).body().at("/shares/0/minutes").asInt()).isEqualTo(2);
    }

    @Test
    void whatTheLogDoesNotKnowIsGivenByJudgement() {
        Screen screen = enter();
        clock.at(Duration.ofMinutes(20));
        assertThat(propose(screen, null).problem()).isEqualTo("nothing-lost");
        assertThat(propose(screen, 5).body().at("/shares/0/minutes").asInt()).isEqualTo(5);
    }

    @Test
    void aSpanInTheFutureIsRefused() {
        Screen screen = enter();
        Screen.Answer refused = send(
                OF_SITTING + "/lost-time/computation", incident(screen, BELL, BELL.plus(Duration.ofHours(1)), null));
        assertThat(refused.problem()).isEqualTo("ruling-span-invalid");
    }

    @Test
    void anAttemptIsEndedByTwoPersonsAndKeepsWhatWasSaved() {
        Screen screen = enter();
        screen.send(screen.write(SINGLE_A, choice("A"), now()));
        assertThat(send(OF_SITTING + "/terminations", termination(screen)).status())
                .isEqualTo(204);
        assertThat(send(OF_SITTING + "/terminations", termination(screen)).problem())
                .isEqualTo("already-proposed");
        String decision = OF_SITTING + "/terminations/" + openTermination(screen) + "/decision";
        assertThat(send(decision, Map.of("confirm", true)).problem()).isEqualTo("own-proposal");
        assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.OPEN);

        ExamHour.signedIn = SECOND;
        assertThat(send(decision, Map.of("confirm", true)).status()).isEqualTo(204);
        assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.TERMINATED);
        assertThat(attempts.responses(screen.attempt()))
                .hasEntrySatisfying(
                        SINGLE_A, response -> assertThat(response.choices()).containsExactly("A"));
        assertThat(screen.send(screen.write(SINGLE_A, choice("B"), now())).problem())
                .isEqualTo("already-handed-in");
        assertThat(screen.read("state").body().at("/receipt/by").asString()).isEqualTo("监考");
    }

    @Test
    void aProposalToEndAnAttemptMayBeTakenBackByWhoMadeIt() {
        Screen screen = enter();
        send(OF_SITTING + "/terminations", termination(screen));
        String decision = OF_SITTING + "/terminations/" + openTermination(screen) + "/decision";
        assertThat(send(decision, Map.of("confirm", false)).status()).isEqualTo(204);
        assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.OPEN);
    }

    private void silentFor(Screen screen, long minutes) {
        clock.at(Duration.ofMinutes(20));
        silences.returned(screen.attempt(), Duration.ofMinutes(minutes));
        clock.at(Duration.ofMinutes(21));
    }

    private Screen.Answer propose(Screen screen, @Nullable Integer minutes) {
        Map<String, Object> incident = incident(screen, BELL.plus(Duration.ofMinutes(10)), now(), minutes);
        return send(OF_SITTING + "/lost-time", Map.of("incident", incident, "reason", "交换机重启"));
    }

    private Map<String, Object> incident(Screen screen, Instant from, Instant until, @Nullable Integer minutes) {
        UUID admission = attempts.get(screen.attempt()).admissionId().value();
        Map<String, Object> incident = new HashMap<>(Map.of(
                "category",
                "NETWORK",
                "scope",
                "CANDIDATE",
                "admissionId",
                admission,
                "from",
                from.toString(),
                "until",
                until.toString()));
        if (minutes != null) {
            incident.put("minutes", minutes);
        }
        return incident;
    }

    private Screen.Answer decide(Screen.Answer proposed, boolean approve) {
        String id = proposed.body().path("id").asString();
        return send(OF_SITTING + "/lost-time/" + id + "/decision", Map.of("approve", approve, "reason", "记录相符"));
    }

    private static Map<String, Object> termination(Screen screen) {
        return Map.of("attemptId", screen.attempt().value(), "reason", "使用手机");
    }

    private String openTermination(Screen screen) {
        JsonNode open =
                Screen.send(mvc, get(OF_SITTING + "/terminations"), null).body();
        return StreamSupport.stream(open.spliterator(), false)
                .filter(one ->
                        one.path("attemptId").asString().equals(screen.attempt().toString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private List<String> timeline(Screen screen) {
        JsonNode lines = Screen.send(mvc, get("/api/invigilator/attempts/" + screen.attempt() + "/timeline"), null)
                .body();
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.path("verb").asString())
                .toList();
    }

    private Screen.Answer send(String path, Object body) {
        return Screen.send(mvc, post(path), body);
    }
}
