package io.tanshi.exam.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.ApprovedByAll;
import io.tanshi.exam.EntryDecision;
import io.tanshi.exam.EntryRefusal;
import io.tanshi.exam.ExamEntry;
import io.tanshi.exam.RunState;
import io.tanshi.exam.RunningAttempts;
import io.tanshi.exam.SittingClosed;
import io.tanshi.exam.SittingOpened;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.forms.SealedForms;
import io.tanshi.exam.seating.RoomCodes;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.learning.LearningRequirementMet;
import io.tanshi.platform.DemoClock;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.ActiveProfiles;

/** One sitting from the first refusal to the absent candidate; the business clock only runs forward. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@ActiveProfiles("demo")
@Import({ApprovedByAll.class, OpeningModuleTests.AttemptsAtWork.class, SealedForms.class, RoomCodes.class})
final class OpeningModuleTests {

    private static final Actor ADMIN = Actor.system("test");
    private static final String NUMBER = "110101199001012003";

    @TestConfiguration(proxyBeanMethods = false)
    static class AttemptsAtWork {

        static final AtomicInteger UNFINISHED = new AtomicInteger();

        @Bean
        RunningAttempts runningAttempts() {
            return sitting -> UNFINISHED.get();
        }
    }

    @Autowired
    private Sittings sittings;

    @Autowired
    private People people;

    @Autowired
    private Admissions admissions;

    @Autowired
    private OpeningDesk desk;

    @Autowired
    private Readiness readiness;

    @Autowired
    private DemoOpening demo;

    @Autowired
    private ClosingWatch watch;

    @Autowired
    private SittingRuns runs;

    @Autowired
    private ExamEntry entry;

    @Autowired
    private DemoClock clock;

    @Autowired
    private SealedForms sealed;

    @Autowired
    private RoomCodes codes;

    @Test
    void aSittingFromTheFirstRefusalToTheAbsentCandidate(Scenario scenario, AssertablePublishedEvents events) {
        SittingId sitting = sittings.findByCode("2026-12").orElseThrow().id();
        PersonId comes = people.register(new PersonDetails("来者", NUMBER, "13800000000", null));
        PersonId stays = people.register(new PersonDetails("未至", "110101199001012011", "13800000000", null));
        admit(scenario, comes, sitting);
        admit(scenario, stays, sitting);
        refusesWithEverythingThatIsMissing(sitting);
        sealed.sealAll(sitting);
        Admission admission = admissions.find(comes, sitting).orElseThrow();
        String code = codes.of(admission);
        assertThat(enter(admission, code)).isEqualTo(EntryRefusal.NOT_OPEN_YET);
        CurrentAccount admin = new CurrentAccount(AccountId.next(), "管理员", Set.of(Role.ADMINISTRATOR), null, null);
        demo.start(sitting.value(), admin);
        assertThat(events).contains(SittingOpened.class);
        SittingRun run = runs.of(sitting);
        assertThat(run.state()).isEqualTo(RunState.OPEN);
        assertThat(run.label(clock.instant()))
                .as("five minutes before the bell")
                .isEqualTo("候考中");
        assertThat(run.label(run.startsAt())).isEqualTo("已开考");
        assertThat(Duration.between(clock.instant(), run.startsAt())).isLessThan(Duration.ofMinutes(6));
        assertThatThrownBy(() -> desk.open(sitting, ADMIN)).isInstanceOf(Problem.class);
        theDoorAnswersAlikeForEveryMismatch(admission, code);
        assertThat(enter(admission, code)).isNull();
        assertThat(admissions.get(admission.id()).state()).isEqualTo(AdmissionState.ENTERED);
        closesOnlyWhenEveryoneIsDone(sitting, run);
        assertThat(events).contains(SittingClosed.class);
        assertThat(admissions.find(stays, sitting).orElseThrow().state()).isEqualTo(AdmissionState.ABSENT);
        assertThat(admissions.find(comes, sitting).orElseThrow().state()).isEqualTo(AdmissionState.ENTERED);
        assertThat(enter(admission, code)).isEqualTo(EntryRefusal.CLOSED);
    }

    private void refusesWithEverythingThatIsMissing(SittingId sitting) {
        assertThatThrownBy(() -> desk.open(sitting, ADMIN)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.fields()).extracting(Problem.FieldError::field).containsExactly("FORMS", "TIME");
            assertThat(problem.detail()).contains("高级有考生，试卷尚未封存");
        });
        assertThat(readiness.of(runs.of(sitting)))
                .filteredOn(line -> line.key() == ReadinessLine.Key.DURABILITY)
                .extracting(ReadinessLine::state)
                .containsExactly(ReadinessLine.State.READY);
        assertThat(runs.of(sitting).state()).isEqualTo(RunState.PLANNED);
    }

    private void theDoorAnswersAlikeForEveryMismatch(Admission admission, String code) {
        EntryDecision ticket = entry.admit("2612269999", NUMBER, code, "10.0.0.1");
        EntryDecision document = entry.admit(admission.ticketNumber(), "110101199001012011", code, "10.0.0.1");
        EntryDecision room = entry.admit(admission.ticketNumber(), NUMBER, "XXXXXX", "10.0.0.1");
        assertThat(ticket).isEqualTo(document).isEqualTo(room);
    }

    private void closesOnlyWhenEveryoneIsDone(SittingId sitting, SittingRun run) {
        AttemptsAtWork.UNFINISHED.set(1);
        assertThatThrownBy(() -> desk.close(sitting, ADMIN)).hasMessageContaining("没有交卷");
        AttemptsAtWork.UNFINISHED.set(0);
        assertThatThrownBy(() -> desk.close(sitting, ADMIN)).hasMessageContaining("未到");
        clock.moveTo(run.graceEndsAt().plusSeconds(1));
        watch.closeWhatIsOver();
        assertThat(runs.of(sitting).state()).isEqualTo(RunState.CLOSED);
        assertThatThrownBy(() -> desk.close(sitting, ADMIN)).isInstanceOf(Problem.class);
    }

    private void admit(Scenario scenario, PersonId person, SittingId sitting) {
        scenario.publish(new LearningRequirementMet(person, sitting, Level.SENIOR, Instant.EPOCH))
                .andWaitForStateChange(() -> admissions.find(person, sitting), found -> found.isPresent())
                .andVerify(found -> assertThat(found).isPresent());
    }

    private @Nullable EntryRefusal enter(Admission admission, String code) {
        EntryDecision decision = entry.admit(admission.ticketNumber(), NUMBER, code, "10.0.0.2");
        return decision instanceof EntryDecision.Refused refused ? refused.reason() : null;
    }
}
