package io.tanshi.exam.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.programme.ItemKind;
import io.tanshi.programme.Level;
import io.tanshi.programme.PaperSection;
import io.tanshi.programme.Syllabus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

final class FormAssemblerTest {

    private static final Blueprint BLUEPRINT = blueprint();

    static Blueprint blueprint() {
        List<Syllabus.Topic> topics = Stream.of("T1", "T2", "T3", "T4", "T5", "T6", "T7")
                .map(code -> new Syllabus.Topic(code, code, List.of()))
                .toList();
        return Blueprints.of(
                List.of(
                        new PaperSection(ItemKind.SINGLE_CHOICE, 30, 1),
                        new PaperSection(ItemKind.MULTIPLE_CHOICE, 10, 2),
                        new PaperSection(ItemKind.EXTENDED_TEXT, 5, 10)),
                new Syllabus(List.of(new Syllabus.Unit("U1", "U1", topics))),
                Blueprints.read(new JsonMapper()));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @Test
    void theShippedBlueprintHasAHundredPointsSpreadOverAllTopics() {
        assertThat(BLUEPRINT.points()).isEqualTo(100);
        assertThat(BLUEPRINT.sections()).extracting(Blueprint.Section::count).containsExactly(30, 10, 5);
        assertThat(BLUEPRINT.sections()).allSatisfy(section -> {
            int most = section.quotas().values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElseThrow();
            int least = section.quotas().values().stream()
                    .mapToInt(Integer::intValue)
                    .min()
                    .orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothFormsKeepEveryRule(long seed) {
        List<PoolEntry> pool = DrawnPool.of(BLUEPRINT, 12, 60, seed);
        Assembly.Assembled forms = assembled(pool, Map.of(), seed);
        Set<String> pairs = enemyPairs(pool);
        for (List<ChosenSection> form : List.of(forms.main(), forms.spare())) {
            assertThat(quotas(form)).isEqualTo(wantedQuotas());
            List<PoolEntry> entries = entries(form);
            assertThat(entries).extracting(PoolEntry::id).doesNotHaveDuplicates();
            assertThat(meetings(entries, pairs)).isEmpty();
        }
        assertThat(entries(forms.main()))
                .extracting(PoolEntry::id)
                .doesNotContainAnyElementsOf(
                        entries(forms.spare()).stream().map(PoolEntry::id).toList());
        assertThat(mean(forms.main())).isCloseTo(mean(forms.spare()), within(0.1));
        assertThat(mean(forms.main())).isCloseTo(BLUEPRINT.target(Level.SENIOR), within(0.3));
    }

    @Test
    void theSameSeedDrawsTheSameForms() {
        List<PoolEntry> pool = DrawnPool.of(BLUEPRINT, 10, 20, 5);
        assertThat(assembled(pool, Map.of(), 7)).isEqualTo(assembled(pool, Map.of(), 7));
        assertThat(assembled(pool, Map.of(), 7)).isNotEqualTo(assembled(pool, Map.of(), 8));
    }

    @Test
    void itemsOfOtherFormsAreTakenLast() {
        List<PoolEntry> pool = DrawnPool.of(BLUEPRINT, 24, 0, 3);
        Assembly.Assembled first = assembled(pool, Map.of(), 1);
        Map<ItemVersionId, Integer> exposure = Stream.of(first.main(), first.spare())
                .flatMap(form -> entries(form).stream())
                .collect(Collectors.toMap(PoolEntry::id, entry -> 1));
        Assembly.Assembled second = assembled(pool, exposure, 2);
        long again = Stream.of(second.main(), second.spare())
                .flatMap(form -> entries(form).stream())
                .filter(entry -> exposure.containsKey(entry.id()))
                .count();
        assertThat(again).isLessThan(15);
    }

    @Test
    void aBankThatIsTooSmallIsExplainedQuotaByQuota() {
        List<PoolEntry> pool = DrawnPool.of(BLUEPRINT, 12, 0, 1).stream()
                .filter(entry -> !(entry.topic().equals("T3")
                        && entry.type() == ItemType.SINGLE_CHOICE
                        && entry.code().compareTo("T3-S-005") > 0))
                .filter(entry -> !(entry.topic().equals("T7") && entry.type() == ItemType.EXTENDED_TEXT))
                .toList();
        Assembly assembly =
                new FormAssembler(BLUEPRINT).assemble(new FormAssembler.Task(Level.JUNIOR, pool, Map.of(), 1));
        assertThat(assembly).isInstanceOfSatisfying(Assembly.Infeasible.class, infeasible -> {
            assertThat(infeasible.shortages())
                    .extracting(Shortage::type, Shortage::topic, Shortage::needed, Shortage::available)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(ItemType.SINGLE_CHOICE, "T3", 8, 5),
                            org.assertj.core.groups.Tuple.tuple(ItemType.EXTENDED_TEXT, "T7", 2, 0));
            assertThat(infeasible.shortages().getFirst().words())
                    .contains("单项选择 · T3")
                    .contains("还缺 3 题");
        });
    }

    @Test
    void enemiesThatCannotBeAvoidedAreNamed() {
        List<PoolEntry> pool = DrawnPool.of(BLUEPRINT, 12, 0, 1).stream()
                .map(entry ->
                        entry.type() == ItemType.SINGLE_CHOICE && entry.topic().equals("T2")
                                ? new PoolEntry(
                                        entry.id(),
                                        entry.code(),
                                        entry.type(),
                                        entry.topic(),
                                        entry.difficulty(),
                                        allOf("T2-S"))
                                : entry)
                .toList();
        Assembly assembly =
                new FormAssembler(BLUEPRINT).assemble(new FormAssembler.Task(Level.JUNIOR, pool, Map.of(), 1));
        assertThat(assembly)
                .isInstanceOfSatisfying(
                        Assembly.Infeasible.class,
                        infeasible -> assertThat(
                                        infeasible.shortages().getFirst().words())
                                .contains("互斥题过多")
                                .contains("T2-S-"));
    }

    private static Set<String> allOf(String prefix) {
        return java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj(n -> "%s-%03d".formatted(prefix, n))
                .collect(Collectors.toSet());
    }

    private static Assembly.Assembled assembled(List<PoolEntry> pool, Map<ItemVersionId, Integer> exposure, long seed) {
        Assembly assembly =
                new FormAssembler(BLUEPRINT).assemble(new FormAssembler.Task(Level.SENIOR, pool, exposure, seed));
        assertThat(assembly).isInstanceOf(Assembly.Assembled.class);
        return (Assembly.Assembled) assembly;
    }

    private static List<PoolEntry> entries(List<ChosenSection> form) {
        return form.stream().flatMap(section -> section.entries().stream()).toList();
    }

    private static Map<String, Long> quotas(List<ChosenSection> form) {
        return entries(form).stream()
                .collect(Collectors.groupingBy(entry -> entry.type() + " " + entry.topic(), Collectors.counting()));
    }

    private static Map<String, Long> wantedQuotas() {
        return BLUEPRINT.sections().stream()
                .flatMap(section -> section.quotas().entrySet().stream()
                        .filter(quota -> quota.getValue() > 0)
                        .map(quota -> Map.entry(section.type() + " " + quota.getKey(), (long) quota.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> enemyPairs(List<PoolEntry> pool) {
        Set<String> pairs = new HashSet<>();
        pool.forEach(entry -> entry.enemies().forEach(other -> {
            pairs.add(entry.code() + other);
            pairs.add(other + entry.code());
        }));
        return pairs;
    }

    private static List<String> meetings(List<PoolEntry> entries, Set<String> pairs) {
        return entries.stream()
                .flatMap(one -> entries.stream().map(other -> one.code() + other.code()))
                .filter(pairs::contains)
                .toList();
    }

    private static double mean(List<ChosenSection> form) {
        Map<ItemType, Integer> points = BLUEPRINT.sections().stream()
                .collect(Collectors.toMap(Blueprint.Section::type, Blueprint.Section::pointsEach));
        ToDoubleFunction<PoolEntry> worth = entry -> points.getOrDefault(entry.type(), 0);
        double weighted = entries(form).stream()
                .mapToDouble(e -> e.difficulty() * worth.applyAsDouble(e))
                .sum();
        return weighted / entries(form).stream().mapToDouble(worth).sum();
    }
}
