package io.tanshi.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.enrolment.review.ReviewViews.BulkView;
import io.tanshi.enrolment.review.ReviewViews.SampleState;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Sets approved together, and the search. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
final class ReviewSetTests extends ReviewDays {

    @Test
    void aSetIsApprovedTogetherOnlyAfterEveryOneOfTheDrawnSample() throws IOException {
        List<Dossier> many = submitted(8);
        BulkView set = bulk.open(many.stream().map(d -> d.id().value()).toList(), he);
        assertThat(set.sample())
                .hasSize(3)
                .allSatisfy(s -> assertThat(s.state()).isEqualTo(SampleState.REMAINING));
        List<Dossier> sample =
                dossiers.of(set.sample().stream().map(s -> s.id()).toList());

        desk.approve(sample.get(0).id(), sample.get(0).version(), null, null, he);
        desk.approve(sample.get(1).id(), sample.get(1).version(), null, null, he);
        assertThatThrownBy(() -> bulk.approve(set.id(), he))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.code()).isEqualTo(EnrolmentError.SAMPLE_OUTSTANDING))
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
            assertThat(outcome.skipped())
                    .singleElement()
                    .satisfies(s -> assertThat(s.id()).isEqualTo(held.id().value()));
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
                () -> bulk.open(submitted(3).stream().map(d -> d.id().value()).toList(), he));
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
}
