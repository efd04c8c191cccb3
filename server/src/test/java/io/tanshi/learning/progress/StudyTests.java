package io.tanshi.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StudyTests {

    private static final Instant NOON = Instant.parse("2026-12-12T04:00:00Z");

    private final Study study = new Study(
            StudyId.next(),
            new Study.Enrolled(PersonId.next(), SittingId.next(), Level.SENIOR),
            Lessons.COURSE,
            90,
            Map.of(),
            StudyStatus.STUDYING);

    @Test
    void aLessonIsCreditedUpToItsWorth() {
        assertThat(study.credit(Lessons.LONG, minutes(50))).isEqualTo(minutes(50));
        assertThat(study.credit(Lessons.LONG, minutes(50))).isEqualTo(minutes(10));
        assertThat(study.credit(Lessons.LONG, minutes(50))).isZero();
        assertThat(study.counted()).isEqualTo(minutes(60));
        assertThat(study.isFull(Lessons.LONG)).isTrue();
    }

    @Test
    void theExamOpensAtNinetyPercentAndIsToldOnce() {
        study.credit(Lessons.LONG, minutes(60));
        study.credit(Lessons.SHORT, minutes(30).minusMillis(1));
        assertThat(study.settle(NOON)).isEmpty();
        study.credit(Lessons.SHORT, Duration.ofMillis(1));
        assertThat(study.settle(NOON)).hasValueSatisfying(met -> {
            assertThat(met.at()).isEqualTo(NOON);
            assertThat(met.level()).isEqualTo(Level.SENIOR);
        });
        study.credit(Lessons.SHORT, minutes(5));
        assertThat(study.settle(NOON)).isEmpty();
        assertThat(study.view().met()).isTrue();
    }

    @Test
    void theFiguresForOthersNeverPromiseMoreThanIsThere() {
        study.credit(Lessons.LONG, minutes(7).plusSeconds(59));
        assertThat(study.view().countedMinutes()).isEqualTo(7);
        assertThat(study.view().requiredMinutes()).isEqualTo(90);
        assertThat(study.view().totalMinutes()).isEqualTo(100);
        assertThat(study.missing()).isEqualTo(minutes(82).plusSeconds(1));
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
