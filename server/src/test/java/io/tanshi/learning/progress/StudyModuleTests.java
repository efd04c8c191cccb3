package io.tanshi.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.Courses;
import io.tanshi.learning.LearningRequirementMet;
import io.tanshi.learning.StudyProgress;
import io.tanshi.learning.StudyView;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.course.CourseShelf;
import io.tanshi.learning.progress.StudyDesk.CountState;
import io.tanshi.learning.progress.StudyDesk.Counted;
import io.tanshi.platform.Problem;
import io.tanshi.platform.StartStep;
import io.tanshi.platform.Ticker;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
final class StudyModuleTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        SettableTicker settableTicker() {
            return new SettableTicker();
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    /** A business clock that a test moves. */
    static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-12-10T01:30:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void set(Instant instant) {
            now = instant;
        }
    }

    @Autowired
    private StudyDesk desk;

    @Autowired
    private StudyStore studies;

    @Autowired
    private WindowStore windows;

    @Autowired
    private RequirementGate gate;

    @Autowired
    private StudyProgress progress;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseShelf shelf;

    @Autowired
    private Sittings sittings;

    @Autowired
    private SettableTicker ticker;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Ticker injected;

    @Autowired
    private List<StartStep> steps;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper json;

    private PersonId person = PersonId.next();
    private SittingId sitting = SittingId.next();
    private List<Lesson> lessons = List.of();

    @BeforeEach
    void approve() {
        assertThat(injected).isSameAs(ticker);
        clock.set(Instant.parse("2026-12-10T01:30:00Z"));
        sitting = sittings.findByCode("2026-12").orElseThrow().id();
        lessons = shelf.newest().lessons();
        person = PersonId.next();
        studies.open(approval(), shelf.newest());
    }

    @Test
    void anApprovalOpensOneStudyWithNothingCounted(Scenario scenario) {
        person = PersonId.next();
        scenario.publish(approval())
                .andWaitForStateChange(() -> progress.of(person, sitting), Optional::isPresent)
                .andVerify(opened -> assertThat(opened).contains(new StudyView(0, 972, 1080, false)));
        assertThat(studies.open(approval(), shelf.newest())).isFalse();
        assertThat(studies.ofPerson(person)).hasSize(1);
    }

    @Test
    void withoutAnApprovalThereIsNoStudy() {
        assertThat(progress.of(PersonId.next(), sitting)).isEmpty();
        assertThatThrownBy(() -> desk.current(PersonId.next())).isInstanceOf(Problem.class);
    }

    @Test
    void theCourseIsImportedOnce() {
        steps.forEach(StartStep::run);
        assertThat(courses.current().lessons()).isEqualTo(17);
        assertThat(courses.current().minutesPerUnit()).isEqualTo(45);
    }

    @Test
    void studyTimeIsCountedAndNumbered() {
        Counted start = desk.start(person, "T1.1");
        assertThat(start.state()).isEqualTo(CountState.COUNTING);
        Counted beat = beatAfter(start, 15);
        assertThat(beat.now()).isEqualTo(Duration.ofSeconds(15));
        assertThat(beat.window().receipt()).matches("J1210 \\d{4,} 0001");
        assertThat(beatAfter(start, 15).window().receipt()).endsWith("0002");
        assertThat(desk.current(person).counted()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void movingTheBusinessClockCreditsNothing() {
        Counted start = desk.start(person, "T1.1");
        clock.set(Instant.parse("2026-12-20T01:30:00Z"));
        assertThat(beatAfter(start, 2).now()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aNewWindowTakesOverAndTheOldOneIsTold() {
        Counted first = desk.start(person, "T1.1");
        Counted second = desk.start(person, "T1.2");
        Counted late = beatAfter(first, 10);
        assertThat(late.state()).isEqualTo(CountState.TAKEN_OVER);
        assertThat(late.now()).isZero();
        assertThat(beatAfter(second, 0).now()).isEqualTo(Duration.ofSeconds(10));
        assertThat(desk.current(person).counted()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aWindowTakenOverStaysSoAfterARestart() {
        Counted first = desk.start(person, "T1.1");
        Counted second = desk.start(person, "T1.1");
        StudyDesk restarted = restarted();
        assertThat(beat(restarted, first).state()).isEqualTo(CountState.TAKEN_OVER);
        assertThat(beat(restarted, second).now()).isZero();
        ticker.pass(Duration.ofSeconds(15));
        assertThat(beat(restarted, second).now()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void anotherPersonsWindowDoesNotExist() {
        Counted start = desk.start(person, "T1.1");
        assertThatThrownBy(() -> desk.beat(PersonId.next(), start.window().id(), true))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> desk.beat(person, UUID.randomUUID(), true)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> desk.start(person, "T9.9")).isInstanceOf(Problem.class);
    }

    @Test
    void nothingIsCountedOnceTheExamHasBegun() {
        Counted start = desk.start(person, "T1.1");
        clock.set(sittings.get(sitting).examAt());
        Counted beat = beatAfter(start, 15);
        assertThat(beat.state()).isEqualTo(CountState.CLOSED);
        assertThat(beat.now()).isZero();
    }

    @Test
    void ninetyPercentOpenTheExamOnceAndAFullLessonCountsNoMore(AssertablePublishedEvents events) {
        for (Lesson lesson : lessonsAfterAlmostNinetyPercent()) {
            Counted start = desk.start(person, lesson.code());
            Counted last = start;
            for (int seconds = 0; seconds <= lesson.credit().toSeconds(); seconds += 20) {
                last = beatAfter(start, 20);
            }
            assertThat(last.state()).isEqualTo(CountState.LESSON_FULL);
        }
        assertThat(progress.of(person, sitting)).contains(new StudyView(1080, 972, 1080, true));
        assertThat(events)
                .contains(LearningRequirementMet.class)
                .matching(
                        met -> met.personId().equals(person) && met.sittingId().equals(sitting));
        assertThat(events.ofType(LearningRequirementMet.class)
                        .matching(met -> met.personId().equals(person)))
                .hasSize(1);
    }

    @Test
    void theEventSurvivesTheOutbox() {
        LearningRequirementMet met =
                new LearningRequirementMet(person, sitting, Level.SENIOR, Instant.parse("2026-12-10T01:30:00Z"));
        assertThat(json.readValue(json.writeValueAsString(met), LearningRequirementMet.class))
                .isEqualTo(met);
        ApplicationApproved approved = approval();
        assertThat(json.readValue(json.writeValueAsString(approved), ApplicationApproved.class))
                .isEqualTo(approved);
    }

    // The first lessons are written as studied; the player counts from just below the requirement to the end.
    private List<Lesson> lessonsAfterAlmostNinetyPercent() {
        Duration counted = Duration.ZERO;
        int done = 0;
        while (counted.plus(lessons.get(done).credit()).compareTo(Duration.ofMinutes(972)) < 0) {
            Lesson lesson = lessons.get(done++);
            counted = counted.plus(lesson.credit());
            transaction.executeWithoutResult(_ -> {
                Study study = studies.lock(desk.current(person).id().value());
                study.credit(lesson, lesson.credit());
                studies.storeTime(study, lesson);
            });
        }
        assertThat(progress.of(person, sitting))
                .hasValueSatisfying(study -> assertThat(study.met()).isFalse());
        return lessons.subList(done, lessons.size());
    }

    private Counted beatAfter(Counted window, long seconds) {
        ticker.pass(Duration.ofSeconds(seconds));
        return desk.beat(person, window.window().id(), true);
    }

    private Counted beat(StudyDesk at, Counted window) {
        Counted counted =
                transaction.execute(status -> at.beat(person, window.window().id(), true));
        return Objects.requireNonNull(counted);
    }

    // The same desk over the same database, with a memory that has just begun.
    private StudyDesk restarted() {
        return new StudyDesk(studies, windows, new OpenWindows(ticker), gate, new RealPace(), sittings, clock);
    }

    private ApplicationApproved approval() {
        return new ApplicationApproved(
                ApplicationId.next(), person, InstitutionId.next(), sitting, Level.SENIOR, clock.instant());
    }
}
