package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.MULTIPLE;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_B;
import static io.tanshi.delivery.runner.ExamHour.SITTING;
import static io.tanshi.delivery.runner.ExamHour.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tanshi.delivery.Response;
import io.tanshi.delivery.runner.Screen.Answer;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Answers that could not be sent come in a file: what counts at once, what a person decides, what is refused. */
final class EmergencyFileTest extends ExamHourCase {

    private static final CurrentAccount COLLEAGUE =
            new CurrentAccount(AccountId.next(), "考务", Set.of(Role.ADMINISTRATOR), null, null);
    private static final Duration AFTER_GRACE = Duration.ofMinutes(124);

    @Autowired
    private ExamHour.Marking marking;

    private Screen screen;

    @BeforeEach
    void oneAnswerIsStored() {
        screen = enter();
        assertThat(screen.send(screen.write(SINGLE_A, choice("A"), now())).status())
                .isEqualTo(200);
    }

    @AfterEach
    void putBack() {
        ExamHour.signedIn = ExamHour.INVIGILATOR;
        marking.begun = false;
    }

    private Map<String, Object> file(LogEntry... entries) {
        return file(SITTING, screen, entries);
    }

    private Map<String, Object> file(SittingId sitting, Screen machine, LogEntry... entries) {
        JsonNode key = machine.read("emergency-key").body();
        assertThat(key.path("sittingId").asString()).isEqualTo(SITTING.toString());
        return SavedFile.of(key.path("publicKey").asString(), sitting, machine.attempt(), now(), List.of(entries));
    }

    private Answer upload(Map<String, Object> file) {
        return Screen.send(mvc, post("/api/invigilator/sittings/" + SITTING + "/emergency-files"), file);
    }

    private Answer decide(Answer uploaded, boolean admit) {
        return Screen.send(
                mvc,
                post("/api/invigilator/emergency-files/"
                        + uploaded.body().path("id").asString() + "/decision"),
                Map.of("admit", admit, "reason", "断网有记录"));
    }

    private void handedInByTheClock() {
        clock.at(AFTER_GRACE);
        sweep.sweep();
        assertThat(attempts.get(screen.attempt()).submittedAt()).isNotNull();
    }

    private List<String> verbs() {
        JsonNode line = Screen.send(mvc, get("/api/invigilator/attempts/" + screen.attempt() + "/timeline"), null)
                .body();
        return StreamSupport.stream(line.spliterator(), false)
                .map(entry -> entry.path("verb").asString())
                .toList();
    }

    @Test
    void whatFollowsTheLogCountsInsideTheGraceAndStandsInTheTimeline() {
        LogEntry answer = screen.write(SINGLE_B, choice("B"), now());
        LogEntry words = screen.write(TEXT, text("核算边界"), now());
        clock.at(Duration.ofMinutes(121));
        Answer uploaded = upload(file(answer, words));
        assertThat(uploaded.status()).as(uploaded.body().toString()).isEqualTo(200);
        assertThat(uploaded.body().path("state").asString()).isEqualTo("TAKEN");
        assertThat(uploaded.body().path("taken").asInt()).isEqualTo(2);
        assertThat(attempts.responses(screen.attempt())).containsEntry(TEXT, new Response(List.of(), "核算边界"));
        assertThat(verbs()).contains("EMERGENCY_FILE");
    }

    @Test
    void theSameFileAgainIsAnsweredAsBeforeAndWrittenOnce() {
        Map<String, Object> file = file(screen.write(SINGLE_B, choice("B"), now()));
        Answer first = upload(file);
        Answer again = upload(file);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(log.entries(screen.attempt())).hasSize(2);
        assertThat(verbs()).containsOnlyOnce("EMERGENCY_FILE");
    }

    @Test
    void aFileWithNothingNewIsRefused() {
        LogEntry sent = screen.write(SINGLE_B, choice("B"), now());
        screen.send(sent);
        assertThat(upload(file(sent)).problem()).isEqualTo("emergency-known");
    }

    @Test
    void afterTheGraceAnotherPersonDecides() {
        LogEntry late = screen.write(SINGLE_B, choice("B"), now());
        handedInByTheClock();
        Answer uploaded = upload(file(late));
        assertThat(uploaded.body().path("state").asString()).isEqualTo("WAITING");
        assertThat(attempts.responses(screen.attempt())).doesNotContainKey(SINGLE_B);

        assertThat(decide(uploaded, true).problem()).isEqualTo("emergency-second-person");
        assertThat(attempts.responses(screen.attempt())).doesNotContainKey(SINGLE_B);
        ExamHour.signedIn = COLLEAGUE;
        Answer decided = decide(uploaded, true);
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        assertThat(decided.body().path("state").asString()).isEqualTo("ADMITTED");
        assertThat(attempts.responses(screen.attempt())).containsEntry(SINGLE_B, choice("B"));
        assertThat(marking.rescored).hasPositiveValue();
        assertThat(verbs()).containsSubsequence("HANDED_IN", "EMERGENCY_FILE", "EMERGENCY_ADMITTED", "SAVED");
        assertThat(decide(uploaded, false).problem()).isEqualTo("emergency-decided");
    }

    @Test
    void whatWasGivenAfterTheDeadlineIsNeverLetIn() {
        clock.at(Duration.ofMinutes(122));
        LogEntry after = screen.write(SINGLE_B, choice("B"), now());
        handedInByTheClock();
        Answer uploaded = upload(file(after));
        ExamHour.signedIn = COLLEAGUE;
        assertThat(decide(uploaded, true).status()).isEqualTo(200);
        assertThat(attempts.responses(screen.attempt())).doesNotContainKey(SINGLE_B);
    }

    @Test
    void aPaperThatPeopleMarkStaysAsItIs() {
        LogEntry late = screen.write(SINGLE_B, choice("B"), now());
        handedInByTheClock();
        Answer uploaded = upload(file(late));
        ExamHour.signedIn = COLLEAGUE;
        marking.begun = true;
        assertThat(decide(uploaded, true).problem()).isEqualTo("marking-has-begun");
        assertThat(log.entries(screen.attempt())).hasSize(1);
        assertThat(decide(uploaded, false).body().path("state").asString()).isEqualTo("DECLINED");
    }

    @Test
    void twoMachinesAreNeverMergedWithoutAPersonAndTheLaterActStands() {
        clock.at(Duration.ofMinutes(11));
        LogEntry here = screen.write(SINGLE_B, choice("B"), now());
        clock.at(Duration.ofMinutes(12));
        LogEntry alsoHere = screen.write(MULTIPLE, choice("A", "B"), now());
        Map<String, Object> file = file(here, alsoHere);
        clock.at(Duration.ofMinutes(20));
        Screen elsewhere = screen.elsewhere();
        assertThat(elsewhere.send(elsewhere.write(SINGLE_B, choice("C"), now())).status())
                .isEqualTo(200);

        Answer uploaded = upload(file);
        assertThat(uploaded.body().path("state").asString()).isEqualTo("WAITING");
        assertThat(uploaded.body().path("branched").asInt()).isEqualTo(2);
        assertThat(uploaded.body().path("conflicts").asInt()).isEqualTo(1);
        ExamHour.signedIn = COLLEAGUE;
        assertThat(decide(uploaded, true).problem()).isEqualTo("emergency-still-answering");
        handedInByTheClock();
        assertThat(decide(uploaded, true).status()).isEqualTo(200);
        assertThat(attempts.responses(screen.attempt()))
                .containsEntry(SINGLE_B, choice("C"))
                .containsEntry(MULTIPLE, choice("A", "B"));
    }

    @Test
    void aForeignSittingABrokenChainAndAChangedFileAreRefused() {
        LogEntry first = screen.write(SINGLE_B, choice("B"), now());
        LogEntry second = screen.write(MULTIPLE, choice("A", "B"), now());
        SittingId other = new SittingId(UUID.randomUUID());
        assertThat(upload(file(other, screen, first)).problem()).isEqualTo("emergency-foreign-sitting");
        assertThat(upload(file(second)).problem()).isEqualTo("emergency-broken-chain");

        Map<String, Object> earlier = new HashMap<>(file(first));
        earlier.compute("savedAt", (_, at) -> (long) at - 60_000);
        assertThat(upload(earlier).problem()).isEqualTo("emergency-tampered");
        Map<String, Object> anothers = new HashMap<>(file(first));
        anothers.put("attempt", enter().attempt().value());
        assertThat(upload(anothers).problem()).isEqualTo("emergency-tampered");
        Map<String, Object> noFile = new HashMap<>(file(first));
        noFile.put("nonce", "***");
        assertThat(upload(noFile).problem()).isEqualTo("emergency-unreadable");
        assertThat(log.entries(screen.attempt())).hasSize(1);
    }

    @Test
    void aReceiptIsKnownByNumberAndDigestTogether() {
        clock.at(Duration.ofMinutes(40));
        JsonNode receipt = screen.handIn(false).body();
        String number = receipt.path("number").asString();
        String digest = receipt.path("digest").asString();
        JsonNode known = check(number.toLowerCase(Locale.ROOT), digest);
        assertThat(known.path("known").asBoolean()).isTrue();
        assertThat(known.path("entries").asInt()).isEqualTo(1);
        assertThat(fields(known)).containsExactlyInAnyOrder("known", "at", "entries", "addedLater");
        assertThat(check(number, "0" + digest.substring(1)).path("known").asBoolean())
                .isEqualTo(digest.startsWith("0"));
        assertThat(check("00000-00000", digest).path("known").asBoolean()).isFalse();
    }

    private JsonNode check(String number, String digest) {
        return Screen.send(mvc, post("/api/exam/receipt-checks"), Map.of("number", number, "digest", digest))
                .body();
    }
}
