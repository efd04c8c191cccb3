package io.tanshi.marking.human;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.itembank.scoring.MarkingPoint;
import io.tanshi.kernel.Score;
import io.tanshi.platform.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GivenPointsTest {

    private static final List<MarkingPoint> SCHEME = List.of(
            new MarkingPoint("写出公式", Score.of("4"), List.of()), new MarkingPoint("结果正确", Score.of("6"), List.of()));

    @Test
    void pointsOfAllMarkingPointsAddUp() {
        assertThat(given("3.5", "6").total()).isEqualTo(Score.of("9.5"));
    }

    @Test
    void whatIsStoredIsReadAgain() {
        assertThat(GivenPoints.parse(given("3.5", "0").text())).isEqualTo(given("3.5", "0"));
    }

    @Test
    void aPointIsWorthNoMoreThanTheSchemeSays() {
        assertThatThrownBy(() -> given("4.5", "6"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.fields())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("given[0]"));
    }

    @Test
    void quartersOfAPointAndNegativePointsAreRefused() {
        assertThatThrownBy(() -> given("3.25", "6")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> given("-1", "6")).isInstanceOf(Problem.class);
    }

    @Test
    void everyMarkingPointNeedsItsPoints() {
        assertThatThrownBy(() -> given("4")).isInstanceOf(Problem.class).hasMessageContaining("2 个评分点");
    }

    private static GivenPoints given(String... points) {
        return GivenPoints.check(List.of(points).stream().map(BigDecimal::new).toList(), SCHEME);
    }
}
