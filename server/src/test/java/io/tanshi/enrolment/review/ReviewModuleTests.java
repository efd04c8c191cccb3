package io.tanshi.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.Applications;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.batch.BatchIntake;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.enrolment.review.QueueFilter.Due;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.enrolment.review.ReviewViews.BulkView;
import io.tanshi.enrolment.review.ReviewViews.QueueItem;
import io.tanshi.enrolment.review.ReviewViews.SampleState;
import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.ErrorCode;
import io.tanshi.platform.Problem;
import io.tanshi.platform.Ticker;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.test.context.TestPropertySource;

/** Reviewers at their queue: decisions that wait, two at once, sets approved together, search. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(properties = "tanshi.review.undo-seconds=10")
final class ReviewModuleTests {

    private static final AtomicLong NANOS = new AtomicLong();

    /** A Thursday before the deadline, and a monotonic clock that the tests move. */
    @TestConfiguration
    static class OnADayBeforeTheDeadline {

        @Bean
        @Primary
        Clock thursday() {
            return Clock.fixed(Instant.parse("2026-12-10T02:00:00Z"), ReviewPromise.ZONE);
        }

        @Bean
        @Primary
        Ticker hand() {
            return NANOS::get;
        }
    }

    private static final AtomicLong SEED = new AtomicLong(500);

    @Autowired
    private BatchIntake intake;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Applications applications;

    @Autowired
    private ApplicationDesk applicationDesk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private DecisionStore decisions;

    @Autowired
    private EffectSweep sweep;

    @Autowired
    private Effects effects;

    @Autowired
    private ReviewSettings settings;

    @Autowired
    private Claims claims;

    @Autowired
    private BulkDesk bulk;

    @Autowired
    private QueuePages queue;

    @Autowired
    private WorkbenchPages workbench;

    @Autowired
    private Institutions institutions;

    @Autowired
    private InstitutionRegister register;

    @Autowired
    private Sittings sittings;

    private final CurrentAccount he = reviewer("何静宜");
    private final CurrentAccount li = reviewer("李卓");
    private CurrentAccount staff;
    private Sitting sitting;

    private static CurrentAccount reviewer(String name) {
        return new CurrentAccount(AccountId.next(), name, Set.of(Role.REVIEWER), null, null);
    }

    @BeforeEach
    void anInstitution() {
        sitting = sittings.findByCode("2026-12").orElseThrow();
        InstitutionId institution = institutions.all().stream()
                .findFirst()
                .map(Institutions.InstitutionView::id)
                .orElseGet(() -> register.create(
                        new InstitutionRegister.NewInstitution("LY", "绿源低碳技术培训中心", "教务处"),
                        Actor.system("test")));
        staff = new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), institution, null);
    }

    @Test
    void aDecisionShowsOutsideOnlyWhenItCanNoLongerBeTakenBack(PublishedEvents events) throws IOException {
        Dossier one = submitted(1).getFirst();

        desk.approve(one.id(), one.version(), null, null, he);
        pass(Duration.ofMillis(9_999));

        assertThat(state(one)).isEqualTo(ApplicationState.PENDING);
        assertThat(events.ofType(ApplicationApproved.class)).isEmpty();
        assertThat(shown(one).decision()).isNotNull().satisfies(d -> assertThat(d.label())
                .isEqualTo("通过"));

        pass(Duration.ofMillis(1));

        assertThat(state(one)).isEqualTo(ApplicationState.APPROVED);
        assertThat(applications.approved(one.person(), sitting.id())).isPresent();
    }

    @Test
    void aDecisionTakenBackLeavesNoTraceOutsideAndTheApplicationToItsReviewer() throws IOException {
        Dossier one = submitted(1).getFirst();
        desk.sendBack(one.id(), one.version(), List.of(noSeal()), he);

        desk.undo(one.id(), he);
        pass(Duration.ofMinutes(1));

        assertThat(dossiers.find(one.id()).orElseThrow()).isEqualTo(one);
        assertThat(dossiers.steps(one.id())).hasSize(1);
        assertThat(claims.of(one.id()).orElseThrow().isOf(he)).isTrue();
        desk.approve(one.id(), one.version(), null, null, he);
    }

    @Test
    void nobodyElseTakesADecisionBackAndNobodyAfterTheTime() throws IOException {
        Dossier one = submitted(1).getFirst();
        desk.reject(one.id(), one.version(), "材料不属实", he);

        refused(EnrolmentError.UNDO_TOO_LATE, () -> desk.undo(one.id(), li));
        pass(Duration.ofSeconds(10));
        refused(EnrolmentError.UNDO_TOO_LATE, () -> desk.undo(one.id(), he));

        assertThat(state(one)).isEqualTo(ApplicationState.REJECTED);
    }

    @Test
    void aDecisionThatAKillHasLeftWaitsAgainAndThenTakesEffect() throws IOException {
        Dossier one = submitted(1).getFirst();
        desk.approve(one.id(), one.version(), null, null, he);
        pass(Duration.ofSeconds(9));

        // A process that starts knows nothing but the database, and its monotonic clock begins anywhere.
        AtomicLong nanos = new AtomicLong(-5);
        EffectSweep afterTheRestart = new EffectSweep(decisions, effects, settings, nanos::get);
        afterTheRestart.sweep();
        nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
        afterTheRestart.sweep();
        assertThat(state(one)).isEqualTo(ApplicationState.PENDING);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        afterTheRestart.sweep();

        assertThat(state(one)).isEqualTo(ApplicationState.APPROVED);
        assertThat(decisions.waitingIds()).isEmpty();
    }

    @Test
    void aDecisionOnWhatWasWithdrawnMeanwhileLapses() throws IOException {
        Dossier one = submitted(1).getFirst();
        desk.approve(one.id(), one.version(), null, null, he);
        applicationDesk.withdraw(one.id(), one.version(), null, staff.actor());

        pass(Duration.ofSeconds(10));

        assertThat(state(one)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(decisions.waitingIds()).isEmpty();
    }

    @Test
    void ofTwoReviewersWhoDecideAtOnceExactlyOneIsHeardAndTheOtherIsToldWho() throws Exception {
        List<Dossier> many = submitted(12);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (Dossier each : many) {
                CountDownLatch together = new CountDownLatch(1);
                Future<String> first = pool.submit(() -> refusal(
                        together, () -> desk.approve(each.id(), each.version(), null, null, he)));
                Future<String> second = pool.submit(() -> refusal(
                        together, () -> desk.sendBack(each.id(), each.version(), List.of(noSeal()), li)));
                together.countDown();
                List<String> refusals = List.of(first.get(), second.get());
                assertThat(refusals).containsOnlyOnce("");
                String winner = refusals.getFirst().isEmpty() ? "何静宜" : "李卓";
                assertThat(String.join("", refusals)).contains(winner).contains("你填写的文字仍在本页");
            }
        }
        pass(Duration.ofSeconds(10));
        assertThat(many).allSatisfy(each -> assertThat(dossiers.steps(each.id())).hasSize(2));
    }

    private static String refusal(CountDownLatch together, Runnable decision) throws InterruptedException {
        together.await();
        try {
            decision.run();
            return "";
        } catch (Problem problem) {
            assertThat(problem.code()).isEqualTo(EnrolmentError.DECIDED_MEANWHILE);
            return problem.detail();
        }
    }

    @Test
    void whatAnotherHasOnTheDeskCannotBeDecidedUntilHeReleasesIt() throws IOException {
        Dossier one = submitted(1).getFirst();
        desk.claim(one.id(), li);

        refused(EnrolmentError.CLAIMED_BY_OTHER, () -> desk.approve(one.id(), one.version(), null, null, he));
        claims.release(one.id(), li);
        desk.approve(one.id(), one.version(), null, null, he);
        refused(EnrolmentError.DECIDED_MEANWHILE, () -> desk.claim(one.id(), li));
    }

    @Test
    void whatIsLeftToAColleagueDoesNotComeBackByItself() throws IOException {
        Dossier one = submitted(1).getFirst();
        desk.claim(one.id(), he);
        desk.escalate(one.id(), one.version(), "单位名称与公章不同，请看", he);

        assertThat(ids(Share.ESCALATED, "")).contains(one.id().value());
        assertThat(workbench.open(one.id(), li).escalation()).isNotNull().satisfies(e -> assertThat(e.words())
                .contains("公章"));
        claimEverythingFree(he);
        assertThat(claims.of(one.id())).isEmpty();
        desk.approve(one.id(), one.version(), null, null, li);
        pass(Duration.ofSeconds(10));
        assertThat(workbench.open(one.id(), li).escalation()).isNull();
    }

    private void claimEverythingFree(CurrentAccount me) {
        for (var next = claims.takeNext(me); next.isPresent(); next = claims.takeNext(me)) {
            Dossier d = dossiers.find(next.get()).orElseThrow();
            desk.escalate(d.id(), d.version(), "x", me);
        }
    }

    @Test
    void aSetIsApprovedTogetherOnlyAfterEveryOneOfTheDrawnSample() throws IOException {
        List<Dossier> many = submitted(8);
        BulkView set = bulk.open(many.stream().map(d -> d.id().value()).toList(), he);
        assertThat(set.sample()).hasSize(3).allSatisfy(s -> assertThat(s.state()).isEqualTo(SampleState.REMAINING));
        List<Dossier> sample =
                dossiers.of(set.sample().stream().map(s -> s.id()).toList());

        desk.approve(sample.get(0).id(), sample.get(0).version(), null, null, he);
        desk.approve(sample.get(1).id(), sample.get(1).version(), null, null, he);
        assertThatThrownBy(() -> bulk.approve(set.id(), he))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code())
                        .isEqualTo(EnrolmentError.SAMPLE_OUTSTANDING))
                .hasMessageContaining(sample.get(2).registration().name());
        // A colleague's look is not the reviewer's own.
        refused(null, () -> bulk.approve(set.id(), li));

        desk.approve(sample.get(2).id(), sample.get(2).version(), null, null, he);
        Dossier held = dossiers.of(many.stream().map(d -> d.id().value()).toList()).stream()
                .filter(d -> !sample.contains(d))
                .findFirst()
                .orElseThrow();
        desk.claim(held.id(), li);
        assertThat(bulk.approve(set.id(), he)).satisfies(outcome -> {
            assertThat(outcome.approved()).isEqualTo(4);
            assertThat(outcome.skipped()).singleElement().satisfies(s -> assertThat(s.id())
                    .isEqualTo(held.id().value()));
        });
        assertThat(bulk.undo(set.id(), he)).isEqualTo(4);
        assertThat(bulk.approve(set.id(), he).approved()).isEqualTo(4);
        pass(Duration.ofSeconds(10));
        assertThat(many.stream().map(this::state).filter(s -> s == ApplicationState.APPROVED))
                .hasSize(7);
    }

    @Test
    void aSampleWithOneThatWasReturnedSpoilsTheSet() throws IOException {
        List<Dossier> many = submitted(6);
        BulkView set = bulk.open(many.stream().map(d -> d.id().value()).toList(), he);
        for (Dossier d : dossiers.of(set.sample().stream().map(s -> s.id()).toList())) {
            desk.sendBack(d.id(), d.version(), List.of(noSeal()), he);
        }

        refused(EnrolmentError.NOT_FOR_BULK, () -> bulk.approve(set.id(), he));
    }

    @Test
    void whatWasDrawnOnceStaysDrawn() throws IOException {
        List<UUID> many = submitted(9).stream().map(d -> d.id().value()).toList();
        Set<UUID> first = sampleOf(bulk.open(many, he));

        for (int again = 0; again < 5; again++) {
            assertThat(sampleOf(bulk.open(many, he))).isEqualTo(first);
        }
    }

    private static Set<UUID> sampleOf(BulkView set) {
        return set.sample().stream().map(s -> s.id()).collect(Collectors.toSet());
    }

    @Test
    void whatTheRulesHaveNotPassedIsNotApprovedTogether() throws IOException {
        List<Dossier> many = submitted(6, Fault.UNLISTED_MAJOR);
        assertThat(many).anySatisfy(d -> assertThat(shown(d).notForBulk()).contains("裁定"));

        refused(
                EnrolmentError.NOT_FOR_BULK,
                () -> bulk.open(many.stream().map(d -> d.id().value()).toList(), he));
        refused(
                EnrolmentError.NOT_FOR_BULK,
                () -> bulk.open(
                        submitted(3).stream().map(d -> d.id().value()).toList(), he));
    }

    @Test
    void aPersonIsFoundByTwoCharactersOfTheNameByTheNumberAndByItsEnd() throws IOException {
        Dossier one = submitted(5).get(2);
        String name = one.registration().name();
        String number = one.registration().documentNumber();

        assertThat(ids(Share.ALL, name.substring(0, 2))).contains(one.id().value());
        assertThat(ids(Share.ALL, number)).containsExactly(one.id().value());
        assertThat(ids(Share.ALL, number.substring(14))).contains(one.id().value());
        assertThat(ids(Share.ALL, "%")).isEmpty();
        assertThat(ids(Share.ALL, "查无此人")).isEmpty();
        assertThat(ids(Share.RETURNED, number)).isEmpty();
    }

    private List<UUID> ids(Share share, String text) {
        return items(share, text).stream().map(QueueItem::id).toList();
    }

    private List<QueueItem> items(Share share, String text) {
        return queue.queue(new QueueFilter(share, Due.ANY, null, null, null), text, 0, 200, he)
                .items()
                .items();
    }

    private QueueItem shown(Dossier dossier) {
        return items(Share.ALL, dossier.registration().documentNumber()).getFirst();
    }

    private ApplicationState state(Dossier dossier) {
        return dossiers.find(dossier.id()).orElseThrow().state();
    }

    private void pass(Duration time) {
        sweep.sweep();
        NANOS.addAndGet(time.toNanos());
        sweep.sweep();
    }

    private static ReturnNote noSeal() {
        return new ReturnNote(DocumentKind.WORK, ReturnReason.NO_SEAL, "请加盖公章后重新扫描。");
    }

    private static void refused(@Nullable ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, p -> {
            if (code != null) {
                assertThat(p.code()).isEqualTo(code);
            }
        });
    }

    private List<Dossier> submitted(int people, Fault... faults) throws IOException {
        Set<UUID> before = pending().stream().map(d -> d.id().value()).collect(Collectors.toSet());
        Path zip = Files.createTempFile("tanshi-test-", ".zip");
        try {
            new BatchMaker(new BatchPlan(
                            people,
                            SEED.incrementAndGet(),
                            faults.length == 0 ? Set.of() : EnumSet.copyOf(List.of(faults)),
                            PackageShape.USUAL,
                            YearMonth.of(2026, 12),
                            sitting.asOf(),
                            RuleSet.shipped(RuleSet.DEFAULT_CODE)))
                    .make(zip);
            try (InputStream in = Files.newInputStream(zip)) {
                intake.take(sitting.id(), "报名.zip", in, staff);
            }
        } finally {
            Files.delete(zip);
        }
        return pending().stream().filter(d -> !before.contains(d.id().value())).toList();
    }

    private List<Dossier> pending() {
        return dossiers.ofInstitution(
                staff.requireInstitution(), sitting.id(), EnumSet.of(ApplicationState.PENDING));
    }
}
