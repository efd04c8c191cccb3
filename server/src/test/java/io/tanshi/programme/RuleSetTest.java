package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RuleSetTest {

    @Test
    void everyShippedVersionHasAllClauses() {
        for (String code : RuleSet.shippedCodes()) {
            RuleSet rules = RuleSet.shipped(code);
            assertThat(rules.code()).isEqualTo(code);
            assertThat(rules.clausesOf(Level.JUNIOR)).extracting(Clause::number).containsExactly(1, 2, 3, 4, 5);
            assertThat(rules.clausesOf(Level.INTERMEDIATE))
                    .extracting(Clause::number)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7);
            assertThat(rules.clausesOf(Level.SENIOR)).extracting(Clause::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
            assertThat(rules.notes()).isNotEmpty();
        }
    }

    @Test
    void theVersionsDifferInClauseFiveOfTheTwoLowerLevels() {
        assertThat(clauseFive("deck-2024", Level.JUNIOR)).isEqualTo(12);
        assertThat(clauseFive("deck-2024", Level.INTERMEDIATE)).isZero();
        assertThat(clauseFive("deck-2024-normalised", Level.JUNIOR)).isZero();
        assertThat(clauseFive("deck-2024-normalised", Level.INTERMEDIATE)).isEqualTo(12);
    }

    @Test
    void aVersionThatIsNotShippedIsRefused() {
        assertThatThrownBy(() -> RuleSet.shipped("../secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int clauseFive(String code, Level level) {
        return RuleSet.shipped(code).clausesOf(level).get(4).work().months();
    }
}
