package io.tanshi.delivery.runner;

import static io.tanshi.delivery.runner.ExamHour.BELL;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_A;
import static io.tanshi.delivery.runner.ExamHour.SINGLE_B;
import static io.tanshi.delivery.runner.ExamHour.SITTING;
import static io.tanshi.delivery.runner.ExamHour.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tanshi.delivery.AttemptState;
import io.tanshi.exam.SittingClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ExamSupervisionTest extends ExamHourCase {

    @Test
    void theSweepHandsInAfterTheGraceAndNotBefore() {
        Screen screen = enter();
        clock.at(Duration.ofMinutes(122));
        sweep.sweep();
        assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.OPEN);
        clock.at(Duration.ofMinutes(123));
        sweep.sweep();
        assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.SUBMITTED);
        assertThat(screen.read("state").body().path("receipt").path("by").asString())
                .isEqualTo("系统");
    }

    @Test
    void whenTheSittingClosesEveryOpenAttemptIsHandedIn() {
        Screen screen = enter();
        Screen paused = enter();
        supervision.pause(List.of(paused.attempt()), SITTING, order("断电"));
        sweep.on(new SittingClosed(SITTING, now()));
        await().untilAsserted(() -> {
            assertThat(attempts.get(screen.attempt()).state()).isEqualTo(AttemptState.SUBMITTED);
            assertThat(attempts.get(paused.attempt()).state()).isEqualTo(AttemptState.SUBMITTED);
        });
    }

    @Test
    void aPauseStopsTheClockAndHidesThePaper() {
        Screen screen = enter();
        supervision.pause(List.of(screen.attempt()), SITTING, order("断电"));
        assertThat(screen.read("key").problem()).isEqualTo("paused");
        clock.at(Duration.ofMinutes(25));
        LogEntry meanwhile = screen.write(SINGLE_A, choice("A"), now());
        assertThat(screen.send(meanwhile).problem()).isEqualTo("paused");
        supervision.resume(List.of(screen.attempt()), SITTING, order("恢复供电"));
        assertThat(screen.send(meanwhile).status()).isEqualTo(200);
        JsonNode news = screen.heartbeat().body();
        assertThat(Instant.parse(news.path("deadline").asString())).isEqualTo(BELL.plus(Duration.ofMinutes(135)));
    }

    @Test
    void extraTimeAndMessagesReachTheScreenAndStandInTheTimeline() {
        Screen screen = enter();
        supervision.extend(List.of(screen.attempt()), 10, SITTING, order("断网 8 分钟"));
        supervision.message(List.of(screen.attempt()), "请关闭其他窗口", SITTING, staff());
        JsonNode news = screen.heartbeat().body();
        assertThat(news.path("extraMinutes").asInt()).isEqualTo(10);
        assertThat(news.path("messages").path(0).path("text").asString()).isEqualTo("请关闭其他窗口");
        assertThat(db.fetch(
                                "select verb from delivery.attempt_history where attempt_id = ? order by position",
                                screen.attempt().value())
                        .getValues(0))
                .isEqualTo(List.of("ENTERED", "OPENED", "EXTENDED", "MESSAGED"));
    }

    @Test
    void theBoardSeesProgressAndSignsOfLife() {
        Screen screen = enter();
        screen.send(screen.write(SINGLE_A, choice("A"), now()), screen.write(SINGLE_B, choice(), now()));
        screen.heartbeat();
        Supervision.Progress progress = supervision.of(SITTING).stream()
                .filter(p -> p.attemptId().equals(screen.attempt()))
                .findFirst()
                .orElseThrow();
        assertThat(progress.answered()).isEqualTo(1);
        assertThat(progress.total()).isEqualTo(4);
        assertThat(progress.unsent()).isEqualTo(2);
        assertThat(progress.handRaised()).isTrue();
        assertThat(progress.silent()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theLogIsAppendOnlyAndItsChainHolds() {
        Screen screen = enter();
        screen.send(
                screen.write(SINGLE_A, choice("A"), now()),
                screen.flag(SINGLE_A, true, now()),
                screen.write(TEXT, text("多行\n文字 𠮷"), now()));
        byte[] hash = Chain.start(screen.attempt());
        for (LogEntry entry : log.entries(screen.attempt())) {
            hash = Chain.next(hash, entry);
            assertThat(entry.hash()).isEqualTo(hash);
        }
        assertThatThrownBy(() -> db.execute(
                        "update delivery.answer_log set answer_text = 'x' where attempt_id = ?",
                        screen.attempt().value()))
                .hasMessageContaining("append-only");
    }
}
