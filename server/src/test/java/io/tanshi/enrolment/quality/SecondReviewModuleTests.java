package io.tanshi.enrolment.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.quality.SecondReview.State;
import io.tanshi.enrolment.review.ImmediateReviews;
import io.tanshi.enrolment.review.ReviewDays;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/** A second look by somebody else, and the figures of the promise. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
final class SecondReviewModuleTests extends ReviewDays {

    @Autowired
    private SecondReviews reviews;

    @Autowired
    private SecondReviewDesk desk;

    @Autowired
    private QualityFigures figures;

    @Autowired
    private ImmediateReviews past;

    @Test
    void nobodyLooksASecondTimeAtADecisionOfHisOwn() throws IOException {
        List<UUID> own = approvedByHe(3).stream().map(d -> d.id().value()).toList();
        reviews.draw(200);

        for (var next = reviews.takeNext(he); next.isPresent(); next = reviews.takeNext(he)) {
            SecondReview taken = desk.own(next.get(), he);
            assertThat(own).doesNotContain(taken.application().value());
            assertThat(reviews.takeNext(he)).as("what was begun comes first").isEqualTo(next);
            desk.agree(taken.id(), he);
        }
        assertThat(reviews.takeNext(li)).isPresent();
        closeAll();
    }

    @Test
    void anApprovalThatIsNotAgreedWithGoesBackToTheInstitutionWithTheWholeTimeOfAReview() throws IOException {
        Dossier one = approvedByHe(1).getFirst();
        UUID review = takeOf(one);

        assertThat(desk.takesBack(desk.own(review, li))).isTrue();
        refused(EnrolmentError.RETURN_WITHOUT_REASON, () -> desk.object(review, List.of(), "公章不清", li));
        assertThat(desk.object(review, List.of(noSeal()), "公章不清", li)).isEqualTo(State.OVERTURNED);

        Dossier returned = dossiers.find(one.id()).orElseThrow();
        assertThat(returned.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returned.clock().remaining()).isPositive();
        assertThat(dossiers.notes(List.of(one.id().value())).get(one.id().value()))
                .hasSize(1);
        assertThat(dossiers.steps(one.id()))
                .last()
                .satisfies(step -> assertThat(step.actor()).isEqualTo("李卓"));
        refused(EnrolmentError.SECOND_REVIEW_DONE, () -> desk.agree(review, li));
    }

    @Test
    void anApprovalOfSomebodyWhoHasBegunToStudyStandsAndTheObjectionIsKept() throws IOException {
        Dossier one = approvedByHe(1).getFirst();
        UUID review = takeOf(one);
        BEGUN.add(one.person());

        assertThat(desk.takesBack(desk.own(review, li))).isFalse();
        assertThat(desk.object(review, List.of(noSeal()), "公章不清", li)).isEqualTo(State.DISAGREED);

        assertThat(state(one)).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void whatWasNoApprovalIsKeptAsADisagreementAndChangesNothing() throws IOException {
        Dossier one = submitted(1).getFirst();
        past.sendBack(one, List.of(noSeal()), he);
        UUID review = takeOf(one);

        assertThat(desk.object(review, List.of(), "公章是清楚的", li)).isEqualTo(State.DISAGREED);

        assertThat(state(one)).isEqualTo(ApplicationState.RETURNED);
        assertThat(reviews.disagreements(50))
                .anySatisfy(kept -> assertThat(kept.words()).isEqualTo("公章是清楚的"));
    }

    @Test
    void theFiguresCountDecisionsInTimeAndHowFarReviewersAgree() throws IOException {
        var before = figures.promise(null);
        UUID review = takeOf(approvedByHe(2).getFirst());
        var second = figures.second(null);
        desk.agree(review, li);

        var after = figures.promise(null);
        assertThat(after.decisions()).isEqualTo(before.decisions() + 2);
        assertThat(after.inTime()).isEqualTo(before.inTime() + 2);
        assertThat(after.medianMinutes()).isZero();
        assertThat(figures.second(null).agreed()).isEqualTo(second.agreed() + 1);
        assertThat(figures.promise(UUID.randomUUID()).decisions()).isZero();
        assertThat(figures.promise(UUID.randomUUID()).medianMinutes()).isNull();
        assertThat(figures.byInstitution(null)).isNotEmpty();
        assertThat(figures.reviewers(null)).anySatisfy(r -> assertThat(r.name()).isEqualTo("何静宜"));
        assertThat(figures.reasons(null)).hasSize(9);
    }

    private List<Dossier> approvedByHe(int people) throws IOException {
        List<Dossier> many = submitted(people);
        many.forEach(one -> past.approve(one, he));
        return many;
    }

    /** The second review of this application, in the hands of Li; others on the way are agreed with. */
    private UUID takeOf(Dossier one) {
        reviews.draw(200);
        for (var next = reviews.takeNext(li); next.isPresent(); next = reviews.takeNext(li)) {
            UUID id = next.get();
            if (desk.own(id, li).application().equals(one.id())) {
                return id;
            }
            desk.agree(id, li);
        }
        throw new AssertionError("It was not drawn");
    }

    private void closeAll() {
        for (var next = reviews.takeNext(li); next.isPresent(); next = reviews.takeNext(li)) {
            desk.agree(next.get(), li);
        }
    }
}
