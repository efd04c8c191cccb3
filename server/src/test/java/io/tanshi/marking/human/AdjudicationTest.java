package io.tanshi.marking.human;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.kernel.Score;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AdjudicationTest {

    private static final Score TWO = Score.of("2");

    @Test
    void aFirstMarkDecidesNothing() {
        assertThat(judge("8")).isEqualTo(new Adjudication.OneMore());
    }

    @Test
    void twoMarksWithinTheThresholdGiveTheirMean() {
        assertThat(judge("8", "6")).isEqualTo(new Adjudication.Agreed(Score.of("7")));
    }

    @Test
    void aMeanBetweenTheStepsIsRoundedUpToHalfAPoint() {
        assertThat(judge("7", "7.5")).isEqualTo(new Adjudication.Agreed(Score.of("7.5")));
    }

    @Test
    void twoMarksFurtherApartGoToAThird() {
        assertThat(judge("8", "5.5")).isEqualTo(new Adjudication.Third());
    }

    @Test
    void theTwoClosestOfThreeGiveTheirMean() {
        assertThat(judge("8", "4", "7")).isEqualTo(new Adjudication.Agreed(Score.of("7.5")));
        assertThat(judge("8", "4", "5")).isEqualTo(new Adjudication.Agreed(Score.of("4.5")));
    }

    @Test
    void aMarkInTheMiddleCountsInTheCandidatesFavour() {
        assertThat(judge("8", "4", "6")).isEqualTo(new Adjudication.Agreed(Score.of("7")));
    }

    @Test
    void threeMarksFarApartGoToTheLeader() {
        assertThat(judge("10", "0", "5")).isEqualTo(new Adjudication.Leader());
    }

    private static Adjudication judge(String... marks) {
        List<Score> scores = Stream.of(marks).map(Score::of).toList();
        return Adjudication.of(scores, TWO);
    }
}
