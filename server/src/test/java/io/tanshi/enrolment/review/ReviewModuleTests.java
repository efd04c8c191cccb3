package io.tanshi.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.PublishedEvents;

/** Decisions that wait, are taken back, and meet those of colleagues. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
final class ReviewModuleTests extends ReviewDays {

    @Test
    void aDecisionShowsOutsideOnlyWhenItCanNoLongerBeTakenBack(PublishedEvents events) throws IOException {
        Dossier one = submitted(1).getFirst();

        desk.approve(one.id(), one.version(), null, null, he);
        pass(Duration.ofMillis(9_999));

        assertThat(state(one)).isEqualTo(ApplicationState.PENDING);
        assertThat(events.ofType(ApplicationApproved.class)).isEmpty();
        assertThat(shown(one).decision())
                .isNotNull()
                .satisfies(d -> assertThat(d.label()).isEqualTo("通过"));

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
                Future<String> first = pool.submit(
                        () -> refusal(together, () -> desk.approve(each.id(), each.version(), null, null, he)));
                Future<String> second = pool.submit(
                        () -> refusal(together, () -> desk.sendBack(each.id(), each.version(), List.of(noSeal()), li)));
                together.countDown();
                List<String> refusals = List.of(first.get(), second.get());
                assertThat(refusals).containsOnlyOnce("");
                String winner = refusals.getFirst().isEmpty() ? "何静宜" : "李卓";
                assertThat(String.join("", refusals)).contains(winner).contains("你填写的文字仍在本页");
            }
        }
        pass(Duration.ofSeconds(10));
        assertThat(many)
                .allSatisfy(each -> assertThat(dossiers.steps(each.id())).hasSize(2));
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
        assertThat(workbench.open(one.id(), li).escalation())
                .isNotNull()
                .satisfies(e -> assertThat(e.words()).contains("公章"));
        claimEverythingFree(he);
        assertThat(claims.of(one.id())).isEmpty();
        desk.approve(one.id(), one.version(), null, null, li);
        pass(Duration.ofSeconds(10));
        assertThat(workbench.open(one.id(), li).escalation()).isNull();
    }

    @Test
    void papersThatContradictEachOtherAreNamedWithTheConditionsThatFallByThem() throws IOException {
        List<Dossier> brought = submitted(4, Fault.CONFLICTING_PAPERS);
        List<ReviewViews.VerdictView> verdicts = brought.stream()
                .map(one -> workbench.open(one.id(), he))
                .filter(bench -> !bench.verdict().conflicts().isEmpty())
                .peek(bench -> assertThat(bench.notices()).noneMatch(words -> words.contains("工作年限")))
                .map(ReviewViews.Workbench::verdict)
                .toList();

        assertThat(verdicts).singleElement().satisfies(verdict -> {
            assertThat(verdict.words()).isEqualTo("满足 高级 (3) (2)");
            assertThat(verdict.alsoHolding())
                    .extracting(ReviewViews.HoldingView::clause)
                    .containsExactly(2);
            assertThat(verdict.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.words()).contains("工作证明与学历证书矛盾", "填报从事相关工作 3 年", "只有6个月", "多出2年6个月");
                assertThat(conflict.consequence()).contains("高级(3)：相关工作应满2年", "还差1年6个月", "高级(2)");
                assertThat(conflict.documents()).containsExactly(DocumentKind.WORK, DocumentKind.EDUCATION);
                assertThat(conflict.clauses()).containsExactlyInAnyOrder(2, 3);
            });
        });
    }

    private void claimEverythingFree(CurrentAccount me) {
        for (var next = claims.takeNext(me); next.isPresent(); next = claims.takeNext(me)) {
            Dossier d = dossiers.find(next.get()).orElseThrow();
            desk.escalate(d.id(), d.version(), "x", me);
        }
    }
}
