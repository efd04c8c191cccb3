package io.tanshi.itembank.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.itembank.CandidateItem.Option;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.authoring.ItemContent.SchemePoint;
import io.tanshi.itembank.authoring.ItemContent.Source;
import io.tanshi.platform.Problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ItemRulesTests {

    private static final Source SOURCE = new Source("碳排放权交易管理暂行条例", "第八条", "2024-05-01 起施行");

    @Test
    void aCompleteChoiceItemHasNoFault() {
        assertThat(faults(ItemType.SINGLE_CHOICE, choice(List.of("A"), "1 t", "2 t", "3 t")))
                .isEmpty();
        assertThat(faults(ItemType.MULTIPLE_CHOICE, choice(List.of("C", "A"), "1 t", "2 t", "3 t")))
                .isEmpty();
    }

    @Test
    void aSingleChoiceHasExactlyOneKey() {
        assertThat(fields(ItemType.SINGLE_CHOICE, choice(List.of(), "1", "2"))).containsExactly("key");
        assertThat(fields(ItemType.SINGLE_CHOICE, choice(List.of("A", "B"), "1", "2")))
                .containsExactly("key");
    }

    @Test
    void aMultipleChoiceHasAtLeastTwoKeys() {
        assertThat(fields(ItemType.MULTIPLE_CHOICE, choice(List.of("B"), "1", "2", "3")))
                .containsExactly("key");
    }

    @Test
    void aKeyPointsAtAnOption() {
        assertThat(fields(ItemType.SINGLE_CHOICE, choice(List.of("D"), "1", "2")))
                .containsExactly("key");
    }

    @Test
    void optionsAreTwoToSixAndDistinctBeyondWidthCaseAndSpaces() {
        assertThat(fields(ItemType.SINGLE_CHOICE, choice(List.of("A"), "1"))).containsExactly("options");
        assertThat(fields(ItemType.SINGLE_CHOICE, choice(List.of("A"), "1", "2", "3", "4", "5", "6", "7")))
                .containsExactly("options");
        assertThat(fields(ItemType.SINGLE_CHOICE, choice(List.of("A"), "12 tCO₂", "其他", "１２tco2")))
                .containsExactly("options[2].text");
    }

    @Test
    void markingPointsSumToExactlyTenInHalfPoints() {
        assertThat(faults(ItemType.EXTENDED_TEXT, text("4", "3.5", "2.5"))).isEmpty();
        assertThat(faults(ItemType.EXTENDED_TEXT, text("4", "3.5", "2")))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("9.5"));
        assertThat(fields(ItemType.EXTENDED_TEXT, text("4", "5.75", "0.25")))
                .containsExactly("markingPoints[1].points", "markingPoints[2].points");
        assertThat(fields(ItemType.EXTENDED_TEXT, text("10", "0"))).containsExactly("markingPoints[1].points");
    }

    @Test
    void aSourceIsRequired() {
        ItemContent whole = choice(List.of("A"), "1", "2");
        ItemContent bare = new ItemContent(
                whole.point(),
                whole.difficulty(),
                whole.stem(),
                whole.options(),
                whole.key(),
                whole.rationale(),
                whole.scheme(),
                whole.modelAnswer(),
                new Source("", "", ""));
        assertThat(fields(ItemType.SINGLE_CHOICE, bare))
                .containsExactly("source.document", "source.clause", "source.edition");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        ItemContent nothing =
                new ItemContent("", 0, "", List.of(), List.of(), "", List.of(), "", new Source("", "", ""));
        assertThat(fields(ItemType.EXTENDED_TEXT, nothing))
                .contains("point", "difficulty", "stem", "markingPoints", "modelAnswer", "source.document");
    }

    private static ItemContent choice(List<String> key, String... options) {
        List<Option> list = new ArrayList<>();
        for (String option : options) {
            list.add(new Option(ItemRules.letter(list.size()), option));
        }
        return new ItemContent("T1.1", 2, "题干", list, key, "解析", List.of(), "", SOURCE);
    }

    private static ItemContent text(String... points) {
        List<SchemePoint> scheme = Stream.of(points)
                .map(p -> new SchemePoint("要点", new BigDecimal(p), List.of()))
                .toList();
        return new ItemContent("T1.1", 2, "题干", List.of(), List.of(), "说明", scheme, "参考答案", SOURCE);
    }

    private static List<FieldError> faults(ItemType type, ItemContent content) {
        return ItemRules.faults(type, content, point -> point.startsWith("T1."));
    }

    private static List<String> fields(ItemType type, ItemContent content) {
        return faults(type, content).stream().map(FieldError::field).toList();
    }
}
