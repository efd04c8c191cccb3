package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_B;
import static io.tanshi.delivery.runner.ExamHour.SITTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.tanshi.delivery.runner.ExamHour.Lockdown;
import io.tanshi.delivery.runner.Screen.Answer;
import io.tanshi.exam.LockdownLevel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** The exam hour of a sitting that asks for Safe Exam Browser, and the evidence of one that does not. */
final class LockdownTest extends ExamHourCase {

    @Autowired
    private Lockdown lockdown;

    @BeforeEach
    void theSittingAsksForTheLockedBrowser() {
        lockdown.set(LockdownLevel.SEB);
    }

    @AfterEach
    void anyBrowserAgain() {
        lockdown.set(LockdownLevel.PLAIN);
    }

    @Test
    void withoutProofThereIsNoPaperAndNoAnswerButTheSeatAndTheLink() {
        Screen screen = enter();
        assertThat(screen.read("paper").problem()).isEqualTo("lockdown-required");
        assertThat(screen.read("key").problem()).isEqualTo("lockdown-required");
        assertThat(screen.send(screen.write(SINGLE_A, choice("A"), now())).problem())
                .isEqualTo("lockdown-required");
        assertThat(screen.read("state").status()).isEqualTo(200);
        assertThat(screen.heartbeat().status()).isEqualTo(200);
        JsonNode lock = screen.read("lockdown").body();
        assertThat(lock.path("state").asString()).isEqualTo("UNPROVEN");
        assertThat(lock.path("startLink").asString()).startsWith("seb://").endsWith("/exam.seb");
    }

    @Test
    void theConfiguredBrowserOnAFreshLinkOpensThePaper() throws Exception {
        Screen screen = enter();
        Answer proof = browser(screen).proveOn(screen, link(screen));
        assertThat(proof.body().path("state").asString())
                .as(proof.body().toString())
                .isEqualTo("PROVEN");
        assertThat(screen.read("key").status()).isEqualTo(200);
        assertThat(screen.send(screen.write(SINGLE_A, choice("A"), now())).status())
                .isEqualTo(200);
    }

    @Test
    void keysInHeadersProveAsWellWhenTheyAreBoundToTheNumber() throws Exception {
        Screen screen = enter();
        LockedBrowser browser = browser(screen);
        String link = link(screen);
        String path = "lockdown/proof?n=" + LockedBrowser.numberOf(link);
        String url = link.substring(0, link.indexOf("/exam/?")) + "/api/exam/" + path;
        Answer constant = screen.post(path, Map.of("page", link), browser.hashOn(url.substring(0, url.indexOf('?'))));
        assertThat(constant.problem()).as("a hash without the number").isEqualTo("lockdown-not-proven");
        String next = link(screen);
        path = "lockdown/proof?n=" + LockedBrowser.numberOf(next);
        url = next.substring(0, next.indexOf("/exam/?")) + "/api/exam/" + path;
        assertThat(screen.post(path, Map.of("page", next), browser.hashOn(url)).status())
                .isEqualTo(200);
    }

    @Test
    void aReplayedForeignOrOldLinkIsRefusedEachInItsOwnWay() throws Exception {
        Screen screen = enter();
        LockedBrowser browser = browser(screen);
        String link = link(screen);
        browser.proveOn(screen, link);
        assertThat(browser.proveOn(screen, link).problem()).isEqualTo("entry-link-used");
        Screen other = enter();
        assertThat(browser.proveOn(other, link).problem()).isEqualTo("entry-link-invalid");
        assertThat(browser.proveOn(other, link(screen)).problem())
                .as("of another candidate")
                .isEqualTo("entry-link-invalid");
        assertThat(browser.proveOn(other, link.replaceFirst("n=.*", "n=made-up"))
                        .problem())
                .isEqualTo("entry-link-invalid");
        String old = link(other);
        clock.at(Duration.ofMinutes(13));
        assertThat(browser.proveOn(other, old).problem()).isEqualTo("entry-link-invalid");
        assertThat(other.read("key").problem()).isEqualTo("lockdown-required");
    }

    @Test
    void whoAsksForLinksWithoutEndIsSlowedDownAlone() {
        Screen screen = enter();
        for (int i = 0; i < 12; i++) {
            assertThat(link(screen)).contains("?n=");
        }
        assertThat(screen.post("lockdown/links", Map.of()).problem()).isEqualTo("too-many-entries");
        assertThat(link(enter())).contains("?n=");
        clock.at(Duration.ofMinutes(12));
        assertThat(link(screen)).contains("?n=");
    }

    @Test
    void anotherConfigurationOrBrowserIsRefusedAndTheLinkIsSpent() throws Exception {
        Screen screen = enter();
        String link = link(screen);
        LockedBrowser stranger = new LockedBrowser("0".repeat(64));
        assertThat(stranger.proveOn(screen, link).problem()).isEqualTo("lockdown-not-proven");
        assertThat(browser(screen).proveOn(screen, link).problem()).isEqualTo("entry-link-used");
        String next = link(screen);
        Answer plain = screen.post("lockdown/proof?n=" + LockedBrowser.numberOf(next), Map.of("page", next));
        assertThat(plain.problem()).isEqualTo("lockdown-not-proven");
        assertThat(plain.body().path("detail").asString()).contains("不是 Safe Exam Browser");
        assertThat(verbs(screen)).contains("LOCK_REFUSED");
    }

    @Test
    void aFailedCheckHoldsTheSessionKeepsWhatIsSavedAndWaitsForTheInvigilator() throws Exception {
        Screen screen = enter();
        String page = link(screen);
        LockedBrowser browser = browser(screen);
        String number = browser.proveOn(screen, page).body().path("checkNumber").asString();
        number = browser.check(screen, page, number).body().path("checkNumber").asString();
        screen.send(screen.write(SINGLE_A, choice("A"), now()));

        Answer held = new LockedBrowser("0".repeat(64)).check(screen, page, number);
        assertThat(held.body().path("state").asString()).isEqualTo("HELD");
        assertThat(screen.read("key").problem()).isEqualTo("lockdown-held");
        assertThat(screen.send(screen.write(SINGLE_B, choice("B"), now())).status())
                .as("given before the screen heard of it")
                .isEqualTo(200);
        clock.at(Duration.ofMinutes(11));
        LogEntry meanwhile = screen.write(SINGLE_B, choice("C"), now());
        assertThat(screen.send(meanwhile).problem()).isEqualTo("lockdown-held");
        assertThat(answer(screen.read("state").body(), SINGLE_A)
                        .path("choices")
                        .get(0)
                        .asString())
                .isEqualTo("A");

        assertThat(ruling("lock-releases", screen.attempt().value(), "退出口令误按，已核对")
                        .body()
                        .path("done")
                        .asInt())
                .isEqualTo(1);
        assertThat(screen.send(meanwhile).status()).isEqualTo(200);
        assertThat(screen.read("key").status()).isEqualTo(200);
        assertThat(verbs(screen)).contains("LOCK_PROVEN", "LOCK_HELD", "LOCK_RELEASED");
    }

    @Test
    void enteringAgainDoesNotUndoAHold() throws Exception {
        String ticket = ticket();
        Screen screen = Screen.enter(mvc, ticket);
        String page = link(screen);
        LockedBrowser browser = browser(screen);
        String number = browser.proveOn(screen, page).body().path("checkNumber").asString();
        new LockedBrowser("0".repeat(64)).check(screen, page, number);
        Screen again = Screen.enter(mvc, ticket);
        assertThat(browser.proveOn(again, link(again)).problem()).isEqualTo("lockdown-held");
        assertThat(again.read("key").problem()).isEqualTo("lockdown-held");
        ruling("lock-releases", again.attempt().value(), "已换机");
        assertThat(again.read("key").problem())
                .as("the new entry still gives its own proof")
                .isEqualTo("lockdown-required");
        assertThat(browser.proveOn(again, link(again)).status()).isEqualTo(200);
    }

    @Test
    void aCheckWithANumberThatWasNotGivenChangesNothing() throws Exception {
        Screen screen = enter();
        String page = link(screen);
        LockedBrowser browser = browser(screen);
        String number = browser.proveOn(screen, page).body().path("checkNumber").asString();
        Answer madeUp = new LockedBrowser("0".repeat(64)).check(screen, page, "made-up");
        assertThat(madeUp.body().path("state").asString()).isEqualTo("PROVEN");
        assertThat(browser.check(screen, page, number).body().path("state").asString())
                .isEqualTo("PROVEN");
    }

    @Test
    void anInvigilatorExemptsOneCandidateWithAReason() {
        Screen screen = enter();
        Screen other = enter();
        assertThat(ruling("lock-exemptions", admission(screen), " ").status()).isEqualTo(422);
        assertThat(ruling("lock-exemptions", admission(screen), "考点机装不上 SEB")
                        .body()
                        .path("done")
                        .asInt())
                .isEqualTo(1);
        assertThat(screen.read("key").status()).isEqualTo(200);
        assertThat(screen.read("lockdown").body().path("stateLabel").asString()).isEqualTo("免锁定");
        assertThat(other.read("key").problem()).isEqualTo("lockdown-required");
        assertThat(verbs(screen)).contains("LOCK_EXEMPTED");
    }

    @Test
    void theConfigurationIsServedOnlyByItsLinkAndInItsTime() throws Exception {
        Screen screen = enter();
        String path = path(screen);
        assertThat(status(path.replaceFirst("/[^/]+/exam.seb", "/guessed/exam.seb")))
                .isEqualTo(404);
        clock.at(Duration.ofDays(-31));
        assertThat(status(path)).isEqualTo(404);
        clock.at(Duration.ofDays(-29));
        assertThat(status(path)).isEqualTo(200);
        clock.at(Duration.ofMinutes(124));
        assertThat(status(path)).isEqualTo(404);
        clock.at(Duration.ofMinutes(10));
        lockdown.set(LockdownLevel.PLAIN);
        assertThat(status(path)).isEqualTo(404);
    }

    @Test
    void afterTheHandInTheQuitAddressIsTold() {
        Screen screen = enter();
        assertThat(screen.read("lockdown").body().has("quitUrl")).isFalse();
        clock.at(Duration.ofMinutes(31));
        assertThat(screen.handIn(true).status()).isEqualTo(200);
        assertThat(screen.read("lockdown").body().path("quitUrl").asString()).contains("/exam/?quit=");
    }

    @Test
    void evidenceIsKeptOnceAndBoundedAndNeverInTheWay() {
        lockdown.set(LockdownLevel.PLAIN);
        Screen screen = enter();
        assertThat(evidence(screen, IntStream.rangeClosed(1, 15))
                        .path("lastSeq")
                        .asInt())
                .isEqualTo(15);
        assertThat(evidence(screen, IntStream.rangeClosed(1, 30))
                        .path("lastSeq")
                        .asInt())
                .isEqualTo(30);
        assertThat(evidence(screen, IntStream.rangeClosed(1, 30))
                        .path("lastSeq")
                        .asInt())
                .isEqualTo(30);
        JsonNode timeline = timeline(screen);
        List<String> verbs = verbs(timeline);
        assertThat(verbs.stream().filter("WINDOW_LEFT"::equals)).hasSize(20);
        assertThat(verbs).contains("EVIDENCE_COUNTED").startsWith("ENTERED");
        JsonNode counted = timeline.get(verbs.indexOf("EVIDENCE_COUNTED")).path("details");
        assertThat(counted.path("times").asInt()).isEqualTo(10);
        JsonNode first = timeline.get(verbs.indexOf("WINDOW_LEFT"));
        assertThat(first.path("details").path("clientTime").asString())
                .isNotEqualTo(first.path("at").asString());
        assertThat(screen.send(screen.write(SINGLE_A, choice("A"), now())).status())
                .isEqualTo(200);
        assertThatThrownBy(() -> db.execute("delete from delivery.evidence")).hasMessageContaining("append-only");
    }

    @Test
    void evidenceOutOfBoundsIsRefused() {
        Screen screen = enter();
        Map<String, Object> good = noticed(1);
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("seq", 0), Map.of("kind", "THOUGHT"), Map.of("clientTime", -1), Map.of("seconds", 90_000))) {
            Map<String, Object> one = new HashMap<>(good);
            one.putAll(bad);
            assertThat(screen.post("lockdown/evidence", Map.of("noticed", List.of(one)))
                            .status())
                    .as("%s", bad)
                    .isBetween(400, 422);
        }
        List<Map<String, Object>> many =
                IntStream.rangeClosed(1, 51).mapToObj(this::noticed).toList();
        assertThat(screen.post("lockdown/evidence", Map.of("noticed", many)).status())
                .isBetween(400, 422);
    }

    private JsonNode evidence(Screen screen, IntStream seqs) {
        return screen.post(
                        "lockdown/evidence",
                        Map.of("noticed", seqs.mapToObj(this::noticed).toList()))
                .body();
    }

    private Map<String, Object> noticed(int seq) {
        return Map.of(
                "seq",
                seq,
                "kind",
                "WINDOW_LEFT",
                "clientTime",
                now().minusSeconds(7).toEpochMilli(),
                "seconds",
                5);
    }

    private LockedBrowser browser(Screen screen) throws Exception {
        return LockedBrowser.withFile(
                mvc, screen.read("lockdown").body().path("startLink").asString());
    }

    private String path(Screen screen) {
        String link = screen.read("lockdown").body().path("startLink").asString();
        return URI.create(link.replaceFirst("^seb", "http")).getPath();
    }

    private int status(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getStatus();
    }

    private static String link(Screen screen) {
        return screen.post("lockdown/links", Map.of()).body().path("url").asString();
    }

    private Answer ruling(String what, Object id, String reason) {
        return asStaff(
                "/api/invigilator/sittings/" + SITTING + "/" + what, Map.of("ids", List.of(id), "reason", reason));
    }

    private Answer asStaff(String path, Object body) {
        return Screen.send(mvc, MockMvcRequestBuilders.post(path), body);
    }

    private Object admission(Screen screen) {
        return attempts.get(screen.attempt()).admissionId().value();
    }

    private JsonNode timeline(Screen screen) {
        return Screen.send(mvc, get("/api/invigilator/attempts/" + screen.attempt() + "/timeline"), null)
                .body();
    }

    private List<String> verbs(Screen screen) {
        return verbs(timeline(screen));
    }

    private static List<String> verbs(JsonNode timeline) {
        List<String> verbs = new ArrayList<>();
        timeline.forEach(entry -> verbs.add(entry.path("verb").asString()));
        return verbs;
    }
}
