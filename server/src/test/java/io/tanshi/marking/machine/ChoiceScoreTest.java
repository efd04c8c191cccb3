package io.tanshi.marking.machine;

import static io.tanshi.itembank.ItemType.MULTIPLE_CHOICE;
import static io.tanshi.itembank.ItemType.SINGLE_CHOICE;
import static io.tanshi.programme.ProgrammeParameters.MultipleChoiceScoring.ALL_OR_NOTHING;
import static io.tanshi.programme.ProgrammeParameters.MultipleChoiceScoring.PARTIAL_CREDIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.kernel.Score;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChoiceScoreTest {

    private static final Score TWO = Score.of("2");

    @Test
    void exactlyTheKeyGivesFullPoints() {
        assertThat(ChoiceScore.of(SINGLE_CHOICE, Set.of("B"), Set.of("B"), Score.of("1"), ALL_OR_NOTHING))
                .isEqualTo(Score.of("1"));
        assertThat(ChoiceScore.of(MULTIPLE_CHOICE, Set.of("A", "C"), Set.of("C", "A"), TWO, ALL_OR_NOTHING))
                .isEqualTo(TWO);
    }

    @Test
    void aPartOfTheKeyGivesNothingUnlessTheProgrammeSaysSo() {
        assertThat(ChoiceScore.of(MULTIPLE_CHOICE, Set.of("A", "C"), Set.of("A"), TWO, ALL_OR_NOTHING))
                .isEqualTo(Score.ZERO);
        assertThat(ChoiceScore.of(MULTIPLE_CHOICE, Set.of("A", "C"), Set.of("A"), TWO, PARTIAL_CREDIT))
                .isEqualTo(Score.of("1"));
    }

    @Test
    void aWrongOptionTakesEverything() {
        assertThat(ChoiceScore.of(MULTIPLE_CHOICE, Set.of("A", "C"), Set.of("A", "B", "C"), TWO, PARTIAL_CREDIT))
                .isEqualTo(Score.ZERO);
    }

    @Test
    void noAnswerGivesNothing() {
        assertThat(ChoiceScore.of(SINGLE_CHOICE, Set.of("B"), Set.of(), Score.of("1"), ALL_OR_NOTHING))
                .isEqualTo(Score.ZERO);
        assertThat(ChoiceScore.of(MULTIPLE_CHOICE, Set.of("A", "C"), Set.of(), TWO, PARTIAL_CREDIT))
                .isEqualTo(Score.ZERO);
    }
}
