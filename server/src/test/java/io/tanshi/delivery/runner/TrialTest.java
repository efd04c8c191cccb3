package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.SITTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.delivery.runner.ExamHour.Lockdown;
import io.tanshi.delivery.runner.Screen.Answer;
import io.tanshi.exam.Admission;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.TrialRuns;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** The trial of a machine, days before the exam. */
final class TrialTest extends ExamHourCase {

    private static final String[] LOOKED_AT = {
        "SECURE", "CRYPTO", "STORE", "QUOTA", "INPUT", "CLOCK", "ROUND_TRIP", "FULL_SCREEN", "SCREEN", "DISPLAYS"
    };

    @Autowired
    private Lockdown lockdown;

    @Autowired
    private Admissions admissions;

    @Autowired
    private TrialRuns figures;

    private Admission candidate;

    @BeforeEach
    void aWeekBefore() {
        Screen screen = enter();
        candidate = admissions.get(attempts.get(screen.attempt()).admissionId());
        clock.at(Duration.ofDays(-7));
        ExamHour.signedIn =
                new CurrentAccount(AccountId.next(), "考生", Set.of(Role.CANDIDATE), null, candidate.personId());
    }

    @AfterEach
    void anyBrowserAgain() {
        lockdown.set(LockdownLevel.PLAIN);
        ExamHour.signedIn = ExamHour.INVIGILATOR;
    }

    @Test
    void aMachineOnWhichEverythingWorksPasses() {
        int before = figures.of(SITTING).passed();
        Answer result = finish(enterTrial(code()), "Windows · Chrome 131 · 7K2Q", null);
        assertThat(result.body().path("passed").asBoolean()).isTrue();
        assertThat(figures.of(SITTING).passed()).isEqualTo(before + 1);
    }

    @Test
    void aFailedMachineIsLetPassByAnInvigilatorWithAReasonOnce() {
        Answer result = finish(enterTrial(code()), "Linux · Firefox 128 · AAAA", "STORE");
        assertThat(result.body().path("passed").asBoolean()).isFalse();
        assertThat(figures.of(SITTING).failed()).isPositive();
        int failed = figures.of(SITTING).failed();
        ExamHour.signedIn = ExamHour.INVIGILATOR;
        String path = "/api/invigilator/trials/" + result.body().path("id").asString() + "/override";
        assertThat(post(path, Map.of("reason", "")).status()).isEqualTo(422);
        post(path, Map.of("reason", "考点统一换机"));
        assertThat(figures.of(SITTING).failed()).isEqualTo(failed - 1);
        assertThat(post(path, Map.of("reason", "再来一次")).problem()).isEqualTo("not-in-this-state");
    }

    @Test
    void whereTheLockedBrowserIsAskedForOnlyItsProofPasses() throws Exception {
        lockdown.set(LockdownLevel.SEB);
        JsonNode entered = trial("entry", Map.of("code", code()), null).body();
        String token = entered.path("token").asString();
        assertThat(finish(token, "Windows · Chrome 131 · BBBB", null)
                        .body()
                        .path("passed")
                        .asBoolean())
                .as("a plain browser")
                .isFalse();

        JsonNode again = trial("entry", Map.of("code", code()), null).body();
        token = again.path("token").asString();
        LockedBrowser browser =
                LockedBrowser.withFile(mvc, again.path("startLink").asString());
        String link = trial("links", Map.of(), token).body().path("url").asString();
        String proof = "proof?n=" + LockedBrowser.numberOf(link);
        Map<String, String> keys = Map.of("page", link, "configKey", browser.hashOn(link));
        assertThat(trial(proof, keys, token).status()).isEqualTo(204);
        assertThat(trial(proof, keys, token).problem()).isEqualTo("entry-link-used");
        assertThat(finish(token, "Windows · SEB 3.7 · BBBB", null)
                        .body()
                        .path("passed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCodeEndsWithTheResultOrAfterFourHours() {
        String code = code();
        finish(enterTrial(code.toLowerCase(Locale.ROOT)), "Windows · Chrome 131 · 7K2Q", null);
        assertThat(trial("entry", Map.of("code", code), null).problem()).isEqualTo("trial-code-invalid");
        String old = code();
        clock.at(Duration.ofDays(-7).plusHours(5));
        assertThat(trial("entry", Map.of("code", old), null).problem()).isEqualTo("trial-code-invalid");
        assertThat(trial("results", Map.of("machine", "x", "outcomes", outcomes(null)), "made-up")
                        .problem())
                .isEqualTo("trial-code-invalid");
    }

    @Test
    void aResultWithoutOneOfTheChecksIsNone() {
        String token = enterTrial(code());
        List<Map<String, String>> some = new ArrayList<>(outcomes(null));
        some.removeLast();
        assertThat(trial("results", Map.of("machine", "x", "outcomes", some), token)
                        .problem())
                .isEqualTo("trial-incomplete");
        some.add(some.getFirst());
        assertThat(trial("results", Map.of("machine", "x", "outcomes", some), token)
                        .problem())
                .isEqualTo("trial-incomplete");
    }

    @Test
    void beforeTheStudyHoursAreMetAndAfterTheExamThereIsNoTrial() {
        ExamHour.signedIn =
                new CurrentAccount(AccountId.next(), "考生", Set.of(Role.CANDIDATE), null, ExamHour.STUDIES_STILL);
        Answer studies = post("/api/candidate/trial/codes", Map.of());
        assertThat(studies.problem()).isEqualTo("trial-not-open");
        assertThat(studies.body().path("detail").asString()).contains("学满规定课时后");
        ExamHour.signedIn = new CurrentAccount(AccountId.next(), "考生", Set.of(Role.CANDIDATE), null, PersonId.next());
        clock.at(Duration.ofMinutes(121));
        assertThat(post("/api/candidate/trial/codes", Map.of()).problem()).isEqualTo("trial-not-open");
    }

    private String code() {
        ExamHour.signedIn =
                new CurrentAccount(AccountId.next(), "考生", Set.of(Role.CANDIDATE), null, candidate.personId());
        return post("/api/candidate/trial/codes", Map.of()).body().path("code").asString();
    }

    private String enterTrial(String code) {
        return trial("entry", Map.of("code", code), null).body().path("token").asString();
    }

    private Answer finish(String token, String machine, @Nullable String bad) {
        return trial("results", Map.of("machine", machine, "outcomes", outcomes(bad)), token);
    }

    private static List<Map<String, String>> outcomes(@Nullable String bad) {
        List<Map<String, String>> outcomes = new ArrayList<>();
        for (String check : LOOKED_AT) {
            outcomes.add(Map.of("check", check, "state", check.equals(bad) ? "BAD" : "GOOD", "found", "见说明"));
        }
        return outcomes;
    }

    private Answer trial(String what, Object body, @Nullable String token) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/api/exam/trial/" + what);
        return Screen.send(mvc, token == null ? request : request.header("X-Trial-Token", token), body);
    }

    private Answer post(String path, Object body) {
        return Screen.send(mvc, MockMvcRequestBuilders.post(path), body);
    }
}
