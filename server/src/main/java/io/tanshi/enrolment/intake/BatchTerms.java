package io.tanshi.enrolment.intake;

import io.tanshi.programme.RuleSet;
import java.time.LocalDate;

/**
 * What a batch is checked against.
 *
 * @param sittingCode for example {@code 2026-12}; every row must name it
 * @param asOf the day on which ages and years are counted: the registration deadline of the sitting
 * @param ruleSet the eligibility conditions
 */
public record BatchTerms(String sittingCode, LocalDate asOf, RuleSet ruleSet) {}
