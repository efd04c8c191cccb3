package io.tanshi.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.identity.session.PersonId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StudyWindowTests {

    private static final PersonId PERSON = PersonId.next();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final StudyPace REAL = new RealPace();

    private final SettableTicker ticker = new SettableTicker();
    private final OpenWindows windows = new OpenWindows(ticker);

    @Test
    void aBeatCountsTheTimeSinceTheLastOne() {
        windows.open(PERSON, FIRST);
        assertThat(afterSeconds(15)).isEqualTo(seconds(15));
        assertThat(afterSeconds(14)).isEqualTo(seconds(14));
    }

    @Test
    void aGapCountsNothingBeyondTheCap() {
        windows.open(PERSON, FIRST);
        ticker.pass(Duration.ofMinutes(10));
        StudyWindow.Elapsed elapsed = windows.beat(PERSON, FIRST, true, REAL.cap());
        assertThat(elapsed.counted()).isEqualTo(seconds(20));
        assertThat(elapsed.lost()).isEqualTo(seconds(580));
        assertThat(afterSeconds(15)).isEqualTo(seconds(15));
    }

    @Test
    void manyBeatsAtOnceCountNoMoreThanThePassedTime() {
        windows.open(PERSON, FIRST);
        assertThat(afterSeconds(5)).isEqualTo(seconds(5));
        for (int i = 0; i < 100; i++) {
            assertThat(afterSeconds(0)).isZero();
        }
    }

    @Test
    void aPauseCountsUntilItsBeginAndNothingOfItself() {
        windows.open(PERSON, FIRST);
        ticker.pass(seconds(8));
        assertThat(windows.beat(PERSON, FIRST, false, REAL.cap()).counted()).isEqualTo(seconds(8));
        assertThat(afterSeconds(18)).isZero();
        assertThat(afterSeconds(3)).isEqualTo(seconds(3));
    }

    @Test
    void aNewWindowStartsFromNothing() {
        windows.open(PERSON, FIRST);
        ticker.pass(seconds(10));
        windows.open(PERSON, SECOND);
        assertThat(windows.beat(PERSON, SECOND, true, REAL.cap()).counted()).isZero();
    }

    @Test
    void aRestartLosesNoMoreThanOneBeat() {
        windows.open(PERSON, FIRST);
        assertThat(afterSeconds(15)).isEqualTo(seconds(15));
        OpenWindows restarted = new OpenWindows(ticker);
        ticker.pass(seconds(15));
        assertThat(restarted.beat(PERSON, FIRST, true, REAL.cap()).counted()).isZero();
        ticker.pass(seconds(15));
        assertThat(restarted.beat(PERSON, FIRST, true, REAL.cap()).counted()).isEqualTo(seconds(15));
    }

    @Test
    void onePersonsWindowIsNoneOfAnothers() {
        windows.open(PERSON, FIRST);
        windows.open(PersonId.next(), SECOND);
        assertThat(afterSeconds(15)).isEqualTo(seconds(15));
    }

    @Test
    void realTimeIsCreditedAsItPasses() {
        assertThat(REAL.credit(Lessons.LONG, seconds(15))).isEqualTo(seconds(15));
        assertThat(REAL.speed(Lessons.LONG)).isEqualTo(1);
    }

    @Test
    void theDemoCreditsALessonInItsDemoSeconds() {
        StudyPace demo = new DemoPace(1);
        assertThat(demo.credit(Lessons.LONG, seconds(10))).isEqualTo(Duration.ofMinutes(60));
        assertThat(demo.credit(Lessons.LONG, demo.cap())).isLessThan(Duration.ofMinutes(60));
        assertThat(demo.speed(Lessons.LONG)).isEqualTo(360);
    }

    private Duration afterSeconds(long passed) {
        ticker.pass(seconds(passed));
        return windows.beat(PERSON, FIRST, true, REAL.cap()).counted();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
