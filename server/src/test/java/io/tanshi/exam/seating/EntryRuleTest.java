package io.tanshi.exam.seating;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.EntryRefusal;
import io.tanshi.exam.ExamRules;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EntryRuleTest {

    private static final Instant BELL = Instant.parse("2026-12-26T01:00:00Z");
    private static final SittingId SITTING = SittingId.next();

    @Test
    void entryBeginsHalfAnHourBeforeTheBellAndEndsWithLateEntry() {
        assertThat(seated(-31)).isEqualTo(EntryRefusal.NOT_OPEN_YET);
        assertThat(seated(-30)).isNull();
        assertThat(seated(0)).isNull();
        assertThat(seated(30)).isNull();
        assertThat(seated(31)).isEqualTo(EntryRefusal.TOO_LATE);
    }

    @Test
    void whoHasBeenInComesBackUntilTheSittingCloses() {
        assertThat(refusal(RunState.OPEN, AdmissionState.ENTERED, 90)).isNull();
        assertThat(refusal(RunState.CLOSED, AdmissionState.ENTERED, 90)).isEqualTo(EntryRefusal.CLOSED);
    }

    @Test
    void nobodyEntersASittingThatIsNotOpen() {
        assertThat(refusal(RunState.PLANNED, AdmissionState.SEATED, 0)).isEqualTo(EntryRefusal.NOT_OPEN_YET);
        assertThat(refusal(RunState.OPEN, AdmissionState.ABSENT, 0)).isEqualTo(EntryRefusal.CLOSED);
    }

    @Test
    void ticketsGoOnAfterNineHundredNinetyNine() {
        assertThat(TicketNumbers.tail(Level.JUNIOR, 1)).isEqualTo("1001");
        assertThat(TicketNumbers.tail(Level.SENIOR, 999)).isEqualTo("3999");
        assertThat(TicketNumbers.tail(Level.JUNIOR, 1000)).isEqualTo("4001");
        assertThat(TicketNumbers.tail(Level.SENIOR, 2997)).isEqualTo("9999");
    }

    @Test
    void aRoomCodeHasNoLettersThatLookAlikeAndIsReadTolerantly() {
        assertThat(RoomCode.draw()).matches("[2-9A-HJKMNP-Z]{6}");
        assertThat(RoomCode.normal("ａb3-4 k m")).isEqualTo("AB34KM");
    }

    @Test
    void wrongEntriesAreSlowedDownForTheTicketLongBeforeTheRoom() {
        EntryLimit limit = new EntryLimit();
        for (int i = 0; i < 5; i++) {
            assertThat(limit.allows("2612263001", "10.0.0.1")).isTrue();
            limit.countFailure("2612263001", "10.0.0.1");
        }
        assertThat(limit.allows("2612263001", "10.0.0.1")).isFalse();
        assertThat(limit.allows("2612263002", "10.0.0.1")).isTrue();
    }

    private static @Nullable EntryRefusal seated(int minutesAfterBell) {
        return refusal(RunState.OPEN, AdmissionState.SEATED, minutesAfterBell);
    }

    private static @Nullable EntryRefusal refusal(RunState state, AdmissionState admission, int minutesAfterBell) {
        SittingRun run = new SittingRun(SITTING, state, BELL, new ExamRules(120, 30, 30, 3, 3));
        return EntryRule.refusal(run, admission, BELL.plus(Duration.ofMinutes(minutesAfterBell)))
                .orElse(null);
    }
}
