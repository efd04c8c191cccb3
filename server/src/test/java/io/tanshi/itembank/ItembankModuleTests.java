package io.tanshi.itembank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.itembank.scoring.ItemScoring;
import io.tanshi.itembank.scoring.MarkingPoint;
import io.tanshi.kernel.Score;
import io.tanshi.platform.StartStep;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.DIRECT_DEPENDENCIES)
final class ItembankModuleTests {

    @Autowired
    private Items items;

    @Autowired
    private ItemScoring scoring;

    @Autowired
    private List<StartStep> steps;

    @Test
    void theStarterBankIsThereOnceHoweverOftenTheServerStarts() {
        int before = items.pool().size();
        steps.forEach(StartStep::run);
        assertThat(items.pool()).hasSize(before).hasSizeGreaterThanOrEqualTo(180);
    }

    @Test
    void everyTopicCanFillABlueprintOfItsOwn() {
        for (int topic = 1; topic <= 7; topic++) {
            String code = "T" + topic;
            assertThat(items.pool().stream()
                            .filter(e -> e.topic().equals(code))
                            .map(PoolEntry::type)
                            .distinct())
                    .containsExactlyInAnyOrder(ItemType.values());
        }
    }

    @Test
    void enemiesKnowEachOther() {
        assertThat(entry("T6-M-001").enemies()).containsExactly("T6-S-001");
        assertThat(entry("T6-S-001").enemies()).containsExactly("T6-M-001");
    }

    @Test
    void candidateItemsComeInTheOrderAskedForAndCarryNoSolution() {
        List<ItemVersionId> ids =
                List.of(entry("T3-M-002").id(), entry("T1-S-001").id());
        assertThat(items.candidateItems(ids)).extracting(CandidateItem::id).isEqualTo(ids);
        assertThat(Arrays.stream(CandidateItem.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactly("id", "type", "stem", "options");
        assertThat(Arrays.stream(CandidateItem.Option.class.getRecordComponents())
                        .map(c -> c.getName()))
                .containsExactly("id", "text");
    }

    @Test
    void anUnknownVersionIsNotSilentlyLeftOut() {
        assertThatThrownBy(() -> items.candidateItems(List.of(ItemVersionId.next())))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void scoringKnowsKeysAndSchemes() {
        ItemVersionId single = entry("T1-S-001").id();
        ItemVersionId text = entry("T1-E-001").id();
        assertThat(scoring.key(single)).containsExactly("D");
        assertThat(scoring.keys(List.of(single, text)).get(text)).isEmpty();
        assertThat(scoring.markingPoints(text).stream()
                        .map(MarkingPoint::points)
                        .reduce(Score.ZERO, Score::plus))
                .isEqualTo(Score.of(10));
        assertThat(scoring.modelAnswer(text)).isNotBlank();
    }

    @Test
    void onlyApprovedVersionsAreUsedInAForm() {
        items.markUsed(List.of(entry("T1-S-002").id()));
        items.markUsed(List.of(entry("T1-S-002").id()));
        assertThatThrownBy(() -> items.markUsed(List.of(ItemVersionId.next())))
                .isInstanceOf(IllegalStateException.class);
    }

    private PoolEntry entry(String code) {
        return items.pool().stream()
                .filter(e -> e.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
