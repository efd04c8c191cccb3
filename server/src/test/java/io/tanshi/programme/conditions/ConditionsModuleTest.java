package io.tanshi.programme.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.MaterialNeeds.Need;
import io.tanshi.programme.ProgrammeError;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.annotation.Transactional;

/** Every test is rolled back: other tests of the module see the installation as it was shipped. */
@ApplicationModuleTest(value = BootstrapMode.ALL_DEPENDENCIES)
@Transactional
class ConditionsModuleTest {

    private static final Actor ADMIN = Actor.system("test");

    @Autowired
    private RuleDraftDesk drafts;

    @Autowired
    private SittingConditionsDesk desk;

    @Autowired
    private ConditionsPages pages;

    @Autowired
    private SittingRules rules;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Sittings sittings;

    @Test
    void aSittingNamesTheShippedVersionAndAsksForTheStandardPapers() {
        assertThat(rules.eligibility(december()).code()).isEqualTo("deck-2024");
        assertThat(rules.materials(december())).isEqualTo(MaterialNeeds.STANDARD);
    }

    @Test
    void aDraftIsTriedButNotUsedUntilItIsPublishedAndThenNeverChanges() {
        drafts.begin("deck-2024", "deck-2027", "2027 版", ADMIN);
        assertThat(rules.find("deck-2027")).isPresent();
        assertThatThrownBy(() -> desk.assign(act(false), "deck-2024", "deck-2027"))
                .isInstanceOf(Problem.class);

        drafts.save(shorter("deck-2027"), 1, ADMIN);
        assertThat(pages.version("deck-2027", null).differences())
                .extracting(RuleComparison.RuleDifference::place)
                .containsExactly("初级(2)");
        assertThatThrownBy(() -> drafts.save(shorter("deck-2027"), 1, ADMIN))
                .satisfies(e -> assertThat(code(e)).isEqualTo(ProgrammeError.RULE_DRAFT_CHANGED));

        drafts.publish("deck-2027", 2, "通知〔2027〕1 号", ADMIN);
        assertThat(programmes.ruleSets()).extracting(RuleSet::code).contains("deck-2027");
        assertThatThrownBy(() -> drafts.save(shorter("deck-2027"), 2, ADMIN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> drafts.begin("deck-2024", "deck-2027", "again", ADMIN))
                .satisfies(e -> assertThat(code(e)).isEqualTo(ProgrammeError.RULE_SET_CODE_TAKEN));

        desk.assign(act(false), "deck-2024", "deck-2027");
        assertThat(rules.eligibility(december()).code()).isEqualTo("deck-2027");
        assertThat(rules.eligibility(
                                sittings.findByCode("2027-02").orElseThrow().id())
                        .code())
                .isEqualTo("deck-2024");
        assertThatThrownBy(() -> desk.assign(act(false), "deck-2024", "deck-2027"))
                .satisfies(e -> assertThat(code(e)).isEqualTo(ProgrammeError.CONDITIONS_CHANGED));
    }

    @Test
    void aDraftWithAnEmptyLevelIsNotSaved() {
        drafts.begin("deck-2024", "deck-empty", "空", ADMIN);
        RuleSet deck = RuleSet.shipped("deck-2024");
        RuleSet empty = new RuleSet(
                "deck-empty", "空", "x", false, deck.relatedMajors(), deck.clausesOf(Level.JUNIOR), List.of());
        assertThatThrownBy(() -> drafts.save(empty, 1, ADMIN))
                .satisfies(e -> assertThat(code(e)).isEqualTo(ProgrammeError.RULE_SET_REFUSED));
    }

    @Test
    void papersAreAskedForPerSitting() {
        Map<String, Need> seen = Map.of(MaterialNeeds.WORK_PROOF, Need.ALWAYS);
        desk.ask(act(false), seen, Map.of(MaterialNeeds.WORK_PROOF, Need.BY_CLAUSE));
        MaterialNeeds needs = rules.materials(december());
        RuleSet deck = rules.eligibility(december());
        assertThat(needs.asksFor(MaterialNeeds.WORK_PROOF, clause(deck, Level.JUNIOR, 1)))
                .isTrue();
        assertThat(needs.asksFor(MaterialNeeds.WORK_PROOF, clause(deck, Level.JUNIOR, 3)))
                .isFalse();
        assertThat(needs.asksFor(MaterialNeeds.OTHER_PROOF, clause(deck, Level.SENIOR, 6)))
                .isTrue();
        assertThatThrownBy(() -> desk.ask(act(false), seen, Map.of(MaterialNeeds.WORK_PROOF, Need.NOT_ASKED)))
                .satisfies(e -> assertThat(code(e)).isEqualTo(ProgrammeError.CONDITIONS_CHANGED));
        assertThatThrownBy(() -> desk.ask(act(false), Map.of(), Map.of(MaterialNeeds.PHOTO, Need.NOT_ASKED)))
                .satisfies(e -> assertThat(code(e)).isEqualTo(ProgrammeError.RULE_SET_REFUSED));
    }

    private SittingConditionsDesk.Act act(boolean confirmed) {
        return new SittingConditionsDesk.Act(december(), confirmed, "测试", ADMIN);
    }

    private SittingId december() {
        return sittings.findByCode("2026-12").orElseThrow().id();
    }

    private static RuleSet shorter(String code) {
        RuleSet deck = RuleSet.shipped("deck-2024");
        List<Clause> clauses = deck.clauses().stream()
                .map(c -> c.label().equals("初级(2)")
                        ? new Clause(c.level(), 2, c.text(), c.schooling(), new Clause.Work(6, true), null)
                        : c)
                .toList();
        return new RuleSet(code, "2027 版", "通知", false, deck.relatedMajors(), clauses, deck.notes());
    }

    private static Clause clause(RuleSet set, Level level, int number) {
        return set.clausesOf(level).stream()
                .filter(c -> c.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static Object code(Throwable e) {
        return ((Problem) e).code();
    }
}
