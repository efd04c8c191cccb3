package io.tanshi.programme;

import io.tanshi.kernel.Fen;
import io.tanshi.kernel.Score;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures the programme runs by, typed. Each stands once in the programme's data, with its source. */
public final class ProgrammeParameters {

    /** How a multiple-choice item is scored. */
    public enum MultipleChoiceScoring {
        /** Full points for exactly the key, otherwise none. */
        ALL_OR_NOTHING,
        /** A share of the points for each option chosen rightly, none as soon as a wrong one is chosen. */
        PARTIAL_CREDIT
    }

    private final Map<String, Parameter> byKey;
    private final List<Parameter> ordered;

    /**
     * @throws IllegalArgumentException when a key stands twice or a value cannot be read as what it is
     */
    public ProgrammeParameters(List<Parameter> parameters) {
        ordered = List.copyOf(parameters);
        byKey = ordered.stream().collect(Collectors.toUnmodifiableMap(Parameter::key, Function.identity()));
        requireReadable();
    }

    /** All of them, in the order of the screen. */
    public List<Parameter> all() {
        return ordered;
    }

    public Optional<Parameter> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Points of a hundred at which a candidate passes. */
    public Score passMark() {
        return Score.of(text("passMark"));
    }

    public int durationMinutes() {
        return figure("durationMinutes");
    }

    /** How long after the bell a candidate is still let in. */
    public int lateEntryMinutes() {
        return figure("lateEntryMinutes");
    }

    /** How long after the bell a candidate may hand in at the earliest. */
    public int earliestHandInMinutes() {
        return figure("earliestHandInMinutes");
    }

    /** How long after the deadline answers given before it may still arrive. */
    public int graceMinutes() {
        return figure("graceMinutes");
    }

    /** From which length of one break in the network lost time can be given back by ruling. */
    public int lostTimeFromMinutes() {
        return figure("lostTimeFromMinutes");
    }

    public MultipleChoiceScoring multipleChoiceScoring() {
        return MultipleChoiceScoring.valueOf(text("multipleChoiceScoring"));
    }

    /** Two marks further apart than this go to a third marker. */
    public Score doubleMarkThreshold() {
        return Score.of(text("doubleMarkThreshold"));
    }

    /** What a retake costs. */
    public Fen retakeFee() {
        return Fen.ofYuan(figure("retakeFeeYuan"));
    }

    /** How often a candidate may retake; empty: as often as they like. */
    public OptionalInt retakeLimit() {
        int limit = figure("retakeLimit");
        return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    /** Share of the counted hours at which the exam opens. */
    public int studyPercent() {
        return figure("studyPercent");
    }

    public int formsPerLevel() {
        return figure("formsPerLevel");
    }

    public int spareForms() {
        return figure("spareForms");
    }

    /** How a new sitting's date is found. */
    public SittingReading sittingReading() {
        return SittingReading.valueOf(text("sittingReading"));
    }

    /** The code of the rule set that new applications are judged by. */
    public String eligibilityRuleSet() {
        return text("eligibilityRuleSet");
    }

    /** The letters a certificate number begins with. */
    public String certificatePrefix() {
        return text("certificatePrefix");
    }

    /** How long a certificate holds, in years; empty: without limit. */
    public OptionalInt certificateValidityYears() {
        int years = figure("certificateValidityYears");
        return years == 0 ? OptionalInt.empty() : OptionalInt.of(years);
    }

    /** What the programme, its certificates and its public pages say of themselves. */
    public String statement() {
        return text("statement");
    }

    public DeadlineRules deadlineRules() {
        return new DeadlineRules(
                figure("registrationClosesDaysBefore"),
                figure("sprintDaysBefore"),
                figure("mockOpensDaysBefore"),
                figure("mockClosesDaysBefore"),
                figure("resultsWorkingDays"),
                figure("certificatesWorkingDays"),
                figure("publicLookupWorkingDays"));
    }

    /** What a review is promised by. */
    public ReviewPromise.Terms reviewTerms() {
        return new ReviewPromise.Terms(figure("reviewWorkingDays"), OfficeHours.parse(text("officeHours")));
    }

    private String text(String key) {
        Parameter parameter = byKey.get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("The programme has no parameter " + key);
        }
        return parameter.value();
    }

    private int figure(String key) {
        String value = text(key);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The parameter " + key + " is no whole number: " + value, e);
        }
    }

    private void requireReadable() {
        examFigures();
        deadlineRules();
        reviewTerms();
        retakeFee();
        retakeLimit();
        sittingReading();
        eligibilityRuleSet();
        certificatePrefix();
        certificateValidityYears();
        statement();
    }

    private void examFigures() {
        passMark();
        multipleChoiceScoring();
        doubleMarkThreshold();
        lostTimeFromMinutes();
        studyPercent();
        formsPerLevel();
        spareForms();
        if (lateEntryMinutes() > durationMinutes() || earliestHandInMinutes() > durationMinutes()) {
            throw new IllegalArgumentException("Late entry and earliest hand-in lie within the duration");
        }
        if (graceMinutes() < 0) {
            throw new IllegalArgumentException("The grace after the deadline is not negative");
        }
    }
}
