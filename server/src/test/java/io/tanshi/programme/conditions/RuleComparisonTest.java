package io.tanshi.programme.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.conditions.RuleComparison.RuleDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleComparisonTest {

    private static final RuleSet DECK = RuleSet.shipped("deck-2024");

    @Test
    void aVersionDoesNotDifferFromItself() {
        assertThat(RuleComparison.between(DECK, DECK)).isEmpty();
        assertThat(RuleSet.parse(DECK.document())).isEqualTo(DECK);
    }

    @Test
    void theTwoShippedVersionsDifferInClauseFiveInTheWordsOfTheNotice() {
        List<RuleDifference> found = RuleComparison.between(DECK, RuleSet.shipped("deck-2024-normalised"));
        assertThat(found)
                .extracting(RuleDifference::place)
                .contains("初级(5)", "中级(5)")
                .doesNotContain("高级(5)");
        assertThat(found.getFirst().changes()).containsExactly("从事相关领域工作满1年 → 不要求年限");
        assertThat(found.getFirst().before()).isEqualTo("具有环境工程与科学、能源等相关专业大专及以上学历，从事相关领域工作满一年；");
    }

    @Test
    void clausesThatComeAndGoAndMajorsAreNamed() {
        List<Clause> clauses = new ArrayList<>(DECK.clauses());
        clauses.removeFirst();
        clauses.add(new Clause(
                Level.SENIOR,
                8,
                "新增；",
                new Clause.Schooling(Education.POSTGRADUATE, Clause.Major.RELATED),
                new Clause.Work(6, false),
                null));
        RuleSet changed = new RuleSet("x", "新版", DECK.source(), true, Set.of("环境工程", "碳管理"), clauses, DECK.notes());
        List<RuleDifference> found = RuleComparison.between(DECK, changed);
        assertThat(found).extracting(RuleDifference::place).containsExactly("初级(1)", "高级(8)", "“其他专业”的读法", "相关专业名单");
        assertThat(found.get(0).after()).isNull();
        assertThat(found.get(1).before()).isNull();
        assertThat(found.get(3).changes()).hasSize(2).first().isEqualTo("增加 碳管理");
    }

    @Test
    void aClauseIsPutIntoWordsFromItsData() {
        Clause clause = new Clause(
                Level.JUNIOR,
                2,
                "",
                new Clause.Schooling(Education.JUNIOR_COLLEGE, Clause.Major.OTHER),
                new Clause.Work(18, true),
                null);
        assertThat(ClauseWords.of(clause)).isEqualTo("大专学历（取得其他专业），连续从事相关领域工作满1年6个月；");
        assertThat(ClauseWords.months(6)).isEqualTo("6个月");
        assertThat(ClauseWords.months(24)).isEqualTo("2年");
    }

    @Test
    void whatNobodyCouldMeetOrEverybodyWouldIsRefused() {
        Clause open = new Clause(Level.JUNIOR, 1, "人人；", null, new Clause.Work(0, false), null);
        RuleSet set = new RuleSet("x", "t", "s", false, Set.of(), List.of(open, open), List.of());
        assertThat(RuleSetFaults.of(set))
                .anySatisfy(fault -> assertThat(fault).contains("出现两次"))
                .anySatisfy(fault -> assertThat(fault).contains("人人都符合"))
                .anySatisfy(fault -> assertThat(fault).startsWith("中级没有任何条件"));
        assertThat(RuleSetFaults.of(DECK)).isEmpty();
    }
}
