package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.kernel.Fen;
import io.tanshi.kernel.Score;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped documents say what the deck and the decisions say. */
final class ProgrammeDataTest {

    private final ProgrammeParameters parameters = Shipped.parameters();

    @Test
    void theSyllabusHasTwoUnitsSevenTopicsAndSeventeenPoints() {
        Syllabus syllabus = new JsonMapper().treeToValue(Shipped.read("syllabus"), Syllabus.class);
        assertThat(syllabus.units()).hasSize(2);
        assertThat(syllabus.topics())
                .extracting(Syllabus.Topic::code)
                .containsExactly("T1", "T2", "T3", "T4", "T5", "T6", "T7");
        assertThat(syllabus.topics().stream()
                        .mapToInt(topic -> topic.points().size())
                        .sum())
                .isEqualTo(17);
        assertThat(syllabus.findPoint("T3.2")).isPresent();
        assertThat(syllabus.topics())
                .allSatisfy(topic -> assertThat(topic.points())
                        .allSatisfy(point -> assertThat(point.code()).startsWith(topic.code() + ".")));
    }

    @Test
    void aPaperHasAHundredPointsInThreeSections() {
        Programme programme = new JsonMapper().treeToValue(Shipped.read("programme"), Programme.class);
        assertThat(programme.composition())
                .containsExactly(
                        new PaperSection(ItemKind.SINGLE_CHOICE, 30, 1),
                        new PaperSection(ItemKind.MULTIPLE_CHOICE, 10, 2),
                        new PaperSection(ItemKind.EXTENDED_TEXT, 5, 10));
        assertThat(programme.profile().audience()).hasSize(11);
        assertThat(programme.examMonths()).containsExactly(2, 4, 6, 8, 10, 12);
    }

    @Test
    void theDefaultsAreThoseOfTheDecisions() {
        assertThat(parameters.passMark()).isEqualTo(Score.of(60));
        assertThat(parameters.durationMinutes()).isEqualTo(120);
        assertThat(parameters.lateEntryMinutes()).isEqualTo(30);
        assertThat(parameters.earliestHandInMinutes()).isEqualTo(30);
        assertThat(parameters.graceMinutes()).isEqualTo(3);
        assertThat(parameters.lostTimeFromMinutes()).isEqualTo(3);
        assertThat(parameters.doubleMarkThreshold()).isEqualTo(Score.of(2));
        assertThat(parameters.multipleChoiceScoring())
                .isEqualTo(ProgrammeParameters.MultipleChoiceScoring.ALL_OR_NOTHING);
        assertThat(parameters.retakeFee()).isEqualTo(Fen.ofYuan(100));
        assertThat(parameters.retakeLimit()).isEmpty();
        assertThat(parameters.certificateValidityYears()).isEmpty();
        assertThat(parameters.certificatePrefix()).isEqualTo("TS");
        assertThat(parameters.studyPercent()).isEqualTo(90);
        assertThat(parameters.deadlineRules()).isEqualTo(new DeadlineRules(7, 7, 3, 2, 15, 45, 50));
        assertThat(parameters.reviewTerms().hours().closes()).isEqualTo(LocalTime.of(17, 30));
        assertThat(parameters.eligibilityRuleSet()).isEqualTo(RuleSet.DEFAULT_CODE);
    }

    @Test
    void everyParameterNamesItsSourceAndWhatTheDeckSaysCannotBeSet() {
        assertThat(parameters.all())
                .allSatisfy(parameter -> assertThat(parameter.origin().clause()).isNotBlank())
                .allSatisfy(parameter -> assertThat(
                                parameter.origin().source() == Parameter.Source.DECK && parameter.settable())
                        .isFalse())
                .filteredOn(Parameter::settable)
                .allSatisfy(parameter -> assertThat(java.util.Objects.requireNonNull(parameter.bounds())
                                .allows(parameter.value()))
                        .as(parameter.key())
                        .isTrue());
    }

    @Test
    void zeroIsReadAsItsWord() {
        assertThat(parameters.find("retakeLimit").orElseThrow().display()).isEqualTo("不限");
        assertThat(parameters.find("certificateValidityYears").orElseThrow().display())
                .isEqualTo("长期有效");
        assertThat(parameters.find("durationMinutes").orElseThrow().display()).isEqualTo("120 分钟");
    }

    @Test
    void parametersThatContradictEachOtherAreRefused() {
        List<Parameter> changed = new ArrayList<>(parameters.all());
        changed.replaceAll(p -> p.key().equals("durationMinutes") ? p.set("20", "too short") : p);
        assertThatThrownBy(() -> new ProgrammeParameters(changed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedCalendarHasTheWorkingDaysOfTheNotices() {
        assertThat(workingDays(2024)).isEqualTo(251);
        assertThat(workingDays(2025)).isEqualTo(248);
        assertThat(workingDays(2026)).isEqualTo(248);
        int[] months2026 = {21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23};
        assertThat(IntStream.rangeClosed(1, 12)
                        .map(month -> workingDays(2026, month))
                        .toArray())
                .containsExactly(months2026);
    }

    private static int workingDays(int year) {
        return IntStream.rangeClosed(1, 12)
                .map(month -> workingDays(year, month))
                .sum();
    }

    private static int workingDays(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return (int) first.datesUntil(first.plusMonths(1))
                .filter(Shipped.calendar()::isWorkingDay)
                .count();
    }
}
