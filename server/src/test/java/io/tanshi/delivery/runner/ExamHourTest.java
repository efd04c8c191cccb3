package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.BELL;
import static io.tanshi.delivery.runner.ExamHour.MULTIPLE;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_B;
import static io.tanshi.delivery.runner.ExamHour.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.AttemptSubmitted;
import io.tanshi.delivery.runner.Screen.Answer;
import io.tanshi.fixtures.OpenedPaper;
import io.tanshi.itembank.ItemVersionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.AssertablePublishedEvents;
import tools.jackson.databind.JsonNode;

final class ExamHourTest extends ExamHourCase {

    @Test
    void aWrongRoomCodeIsRefusedInWords() {
        Answer answer = Screen.send(
                mvc, post("/api/exam/entry"), Map.of("ticketNumber", "1", "documentNumber", "2", "roomCode", "wrong"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("entry-refused");
    }

    @Test
    void withoutAValidTokenNothingIsAnswered() {
        for (String token : List.of("", "Sitting", "Sitting x.y", "Bearer abc", "Sitting AAAA.BBBB")) {
            Answer answer = Screen.send(mvc, post("/api/exam/hand-in").header("Authorization", token), Map.of());
            assertThat(answer.status()).as(token).isIn(400, 401, 422);
            Answer state = Screen.send(mvc, get("/api/exam/state").header("Authorization", token), null);
            assertThat(state.problem()).as(token).isEqualTo("token-invalid");
        }
    }

    @Test
    void beforeTheBellThePaperIsThereAndItsKeyIsNot() {
        clock.at(Duration.ofMinutes(-5));
        Screen screen = enter();
        byte[] sealed = screen.sealedPaper();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("stem", "sections");
        assertThat(screen.read("key").problem()).isEqualTo("not-begun");
        assertThat(screen.read("state").body().path("news").path("state").asString())
                .isEqualTo("WAITING");
        assertThat(screen.send(screen.write(SINGLE_A, choice("A"), now())).problem())
                .isEqualTo("not-begun");
        clock.at(Duration.ZERO);
        JsonNode paper =
                OpenedPaper.open(sealed, screen.read("key").body().path("key").asString());
        assertThat(paper.path("sections").size()).isEqualTo(3);
        assertThat(screen.heartbeat().body().path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void theSweepOpensWaitingAttemptsAtTheBell() {
        clock.at(Duration.ofMinutes(-5));
        Screen screen = enter();
        clock.at(Duration.ofSeconds(1));
        sweep.sweep();
        assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.OPEN);
    }

    @Test
    void thePaperIsTheSameForAllAndTheOrderIsTheCandidatesOwnAlsoAfterAReload() {
        byte[] sealed = enter().sealedPaper();
        List<String> seeds = IntStream.range(0, 8)
                .mapToObj(i -> {
                    Screen screen = enter();
                    assertThat(screen.sealedPaper()).isEqualTo(sealed);
                    String seed = screen.read("key").body().path("seed").asString();
                    assertThat(screen.read("key").body().path("seed").asString())
                            .isEqualTo(seed);
                    return seed;
                })
                .toList();
        assertThat(seeds.stream().distinct()).hasSize(8);
    }

    /** The exam app arranges by the same rule: sealed.test.ts has the same example. */
    @Test
    void theOrderOfASeedIsForEver() {
        assertThat(OpenedPaper.arranged("8000000000000007", List.of("A", "B", "C", "D", "E", "F"), name -> name))
                .containsExactly("A", "C", "E", "B", "F", "D");
    }

    @Test
    void aPaperNamedByItsDigestMayBeKept() throws Exception {
        Screen screen = enter();
        String digest = screen.read("state").body().path("paper").asString();
        MockHttpServletResponse named = mvc.perform(
                        get("/api/exam/paper?v=" + digest).header("Authorization", "Sitting " + screen.token()))
                .andReturn()
                .getResponse();
        assertThat(named.getHeader("Cache-Control")).contains("immutable");
        MockHttpServletResponse known = mvc.perform(get("/api/exam/paper")
                        .header("Authorization", "Sitting " + screen.token())
                        .header("If-None-Match", Objects.requireNonNull(named.getHeader("ETag"))))
                .andReturn()
                .getResponse();
        assertThat(known.getStatus()).isEqualTo(304);
        assertThat(known.getContentAsByteArray()).isEmpty();
    }

    /** Whatever a candidate can receive has these fields and no others: no place for a key, a rationale or a mark. */
    @Test
    void nothingButTheseFieldsReachesTheScreen() {
        Screen screen = enter();
        JsonNode saved = screen.send(screen.write(SINGLE_A, choice("B"), now()), screen.flag(TEXT, true, now()))
                .body();
        assertThat(fields(screen.paper()))
                .containsExactlyInAnyOrder(
                        "longestText",
                        "sections",
                        "kind",
                        "title",
                        "pointsEach",
                        "items",
                        "id",
                        "stem",
                        "options",
                        "text");
        Set<String> news = Set.of(
                "state",
                "now",
                "bell",
                "deadline",
                "handInFrom",
                "extraMinutes",
                "acknowledgedUpTo",
                "hash",
                "messages");
        assertThat(fields(saved)).isEqualTo(news);
        Set<String> state = new HashSet<>(news);
        state.addAll(Set.of("seat", "level", "ticketNumber", "site", "room", "paper"));
        assertThat(fields(screen.read("key").body())).containsExactlyInAnyOrder("key", "seed");
        state.addAll(Set.of("answers", "itemId", "choices", "text", "flagged", "news"));
        assertThat(fields(screen.read("state").body())).isEqualTo(state);
    }

    @Test
    void anAnswerIsAcknowledgedAndThereAfterAReload() {
        Screen screen = enter();
        Answer saved = screen.send(
                screen.write(SINGLE_A, choice("B"), now()),
                screen.write(TEXT, text("边界为二氧化碳\n第二行"), now()),
                screen.flag(MULTIPLE, true, now()));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().path("acknowledgedUpTo").asLong()).isEqualTo(3);
        JsonNode state = screen.read("state").body();
        assertThat(answer(state, SINGLE_A).path("choices").path(0).asString()).isEqualTo("B");
        assertThat(answer(state, TEXT).path("text").asString()).isEqualTo("边界为二氧化碳\n第二行");
        assertThat(answer(state, MULTIPLE).path("flagged").asBoolean()).isTrue();
        assertThat(state.path("news").path("hash")).isEqualTo(saved.body().path("hash"));
        assertThat(attempts.responses(screen.attempt()).get(SINGLE_A)).isEqualTo(choice("B"));
    }

    @Test
    void theSameEntriesSentAgainAreAcknowledgedAndWrittenOnce() {
        Screen screen = enter();
        LogEntry first = screen.write(SINGLE_A, choice("A"), now());
        LogEntry second = screen.write(SINGLE_B, choice("C"), now());
        screen.send(first);
        Answer again = screen.send(first, second);
        assertThat(again.body().path("acknowledgedUpTo").asLong()).isEqualTo(2);
        Answer late = screen.send(first);
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().path("acknowledgedUpTo").asLong()).isEqualTo(2);
        assertThat(log.entries(screen.attempt())).hasSize(2);
        assertThat(attempts.responses(screen.attempt()).get(SINGLE_B)).isEqualTo(choice("C"));
    }

    @Test
    void anotherBodyUnderAUsedSequenceIsRefused() {
        Screen screen = enter();
        screen.send(screen.write(SINGLE_A, choice("A"), now()));
        LogEntry forged = new LogEntry(1, SINGLE_A, choice("B"), null, now().toEpochMilli(), new byte[32]);
        assertThat(screen.send(forged).problem()).isEqualTo("sequence-taken");
        assertThat(attempts.responses(screen.attempt()).get(SINGLE_A)).isEqualTo(choice("A"));
    }

    @Test
    void gapsAndBrokenChainsAreRefused() {
        Screen screen = enter();
        screen.write(SINGLE_A, choice("A"), now());
        LogEntry second = screen.write(SINGLE_A, choice("B"), now());
        assertThat(screen.send(second).problem()).isEqualTo("sequence-gap");
        LogEntry changed = new LogEntry(1, SINGLE_A, choice("D"), null, now().toEpochMilli(), second.hash());
        assertThat(screen.send(changed).problem()).isEqualTo("broken-chain");
        assertThat(log.entries(screen.attempt())).isEmpty();
    }

    @Test
    void whatCannotBeAnAnswerIsRefusedAndNothingIsWritten() {
        Map<LogEntry, String> bad = Map.of(
                fresh(ItemVersionId.next(), choice("A")), "not-on-form",
                fresh(SINGLE_A, choice("Z")), "option-not-offered",
                fresh(SINGLE_A, choice("A", "B")), "answer-invalid",
                fresh(MULTIPLE, choice("A", "A")), "answer-invalid",
                fresh(TEXT, choice("A")), "answer-invalid",
                fresh(SINGLE_A, text("文字")), "answer-invalid",
                fresh(TEXT, text("字".repeat(2001))), "answer-too-long",
                fresh(TEXT, text("a\u0000b")), "answer-invalid");
        bad.forEach((entry, problem) -> {
            Screen screen = enter();
            LogEntry sealed = screen.write(entry.item(), java.util.Objects.requireNonNull(entry.response()), now());
            assertThat(screen.send(sealed).problem()).isEqualTo(problem);
            assertThat(log.entries(screen.attempt())).isEmpty();
        });
    }

    @Test
    void whatComesBeforeABadEntryIsKept() {
        Screen screen = enter();
        Answer answer =
                screen.send(screen.write(SINGLE_A, choice("A"), now()), screen.write(SINGLE_B, choice("Z"), now()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("acknowledgedUpTo").asLong()).isEqualTo(1);
    }

    @Test
    void aSecondEntryFencesOffTheFirst() {
        String ticket = ticket();
        Screen first = Screen.enter(mvc, ticket);
        first.send(first.write(SINGLE_A, choice("A"), now()));
        Screen second = Screen.enter(mvc, ticket);
        assertThat(second.attempt()).isEqualTo(first.attempt());
        Answer refused = first.send(first.write(SINGLE_A, choice("B"), now()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("opened-elsewhere");
        assertThat(first.read("paper").problem()).isEqualTo("opened-elsewhere");
        assertThat(first.read("key").problem()).isEqualTo("opened-elsewhere");
        assertThat(answer(second.read("state").body(), SINGLE_A)
                        .path("choices")
                        .path(0)
                        .asString())
                .isEqualTo("A");
    }

    /** It would take the last entry of the other machine for an acknowledgement of its own and forget what it has not sent. */
    @Test
    void theFormerMachineIsAcknowledgedNothingAlsoAfterTheOtherHasHandedIn() {
        String ticket = ticket();
        Screen first = Screen.enter(mvc, ticket);
        LogEntry stored = first.write(SINGLE_A, choice("A"), now());
        first.send(stored);
        Screen second = Screen.enter(mvc, ticket);
        clock.at(Duration.ofMinutes(31));
        assertThat(second.handIn(true).status()).isEqualTo(200);
        assertThat(first.send(stored).problem()).isEqualTo("opened-elsewhere");
    }

    @Test
    void inTheGraceOnlyAnswersGivenBeforeTheDeadlineCount() {
        Screen screen = enter();
        Instant deadline = BELL.plus(Duration.ofMinutes(120));
        LogEntry before = screen.write(SINGLE_A, choice("A"), deadline.minusSeconds(2));
        LogEntry after = screen.write(SINGLE_B, choice("B"), deadline.plusSeconds(2));
        clock.at(Duration.ofMinutes(121));
        assertThat(screen.send(before, after).body().path("acknowledgedUpTo").asLong())
                .isEqualTo(1);
        assertThat(screen.send(after).problem()).isEqualTo("time-over");
        clock.at(Duration.ofMinutes(123));
        assertThat(screen.send(after).problem()).isEqualTo("time-over");
    }

    @Test
    void theCandidateHandsInOnceAndGetsTheSameReceiptAgain(AssertablePublishedEvents events) {
        Screen screen = enter();
        screen.send(screen.write(SINGLE_A, choice("A"), now()), screen.write(TEXT, text("  "), now()));
        clock.at(Duration.ofMinutes(31));
        Answer receipt = screen.handIn(false);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body().path("answered").asInt()).isEqualTo(1);
        assertThat(receipt.body().path("total").asInt()).isEqualTo(4);
        assertThat(receipt.body().path("number").asString()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        clock.at(Duration.ofMinutes(40));
        assertThat(screen.handIn(false).body()).isEqualTo(receipt.body());
        assertThat(screen.read("state").body().path("receipt")).isEqualTo(receipt.body());
        assertThat(screen.read("paper").problem()).isEqualTo("already-handed-in");
        assertThat(screen.read("key").problem()).isEqualTo("already-handed-in");
        assertThat(screen.send(screen.write(SINGLE_A, choice("B"), now())).problem())
                .isEqualTo("already-handed-in");
        assertThat(events.ofType(AttemptSubmitted.class)
                        .matching(e -> e.attemptId().equals(screen.attempt())))
                .hasSize(1);
    }

    @Test
    void handingInTooEarlyIsRefusedWithTheTime() {
        Screen screen = enter();
        Answer refused = screen.handIn(false);
        assertThat(refused.problem()).isEqualTo("too-early-to-hand-in");
        assertThat(refused.body().path("detail").asString()).contains("09:30");
    }

    @Test
    void unsentAnswersMustArriveOrBeGivenUpExplicitly() {
        Screen screen = enter();
        screen.write(SINGLE_A, choice("A"), now());
        clock.at(Duration.ofMinutes(31));
        assertThat(screen.handIn(false).problem()).isEqualTo("unsent-answers");
        assertThat(screen.handIn(true).status()).isEqualTo(200);
    }

    @Test
    void sixHandInsAtOnceAreOne() throws Exception {
        Screen screen = enter();
        clock.at(Duration.ofMinutes(31));
        List<Answer> answers = new ArrayList<>();
        List<Thread> threads = IntStream.range(0, 6)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    Answer answer = screen.handIn(false);
                    synchronized (answers) {
                        answers.add(answer);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(answers).hasSize(6).allMatch(a -> a.status() == 200);
        assertThat(answers.stream().map(a -> a.body().path("number").asString()).distinct())
                .hasSize(1);
    }
}
