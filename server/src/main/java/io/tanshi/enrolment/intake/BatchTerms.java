package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.eligibility.MajorRulings;
import io.tanshi.programme.Level;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.RuleSet;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is checked against.
 *
 * @param sittingCode for example {@code 2026-12}; every row must name it
 * @param asOf the day on which ages and years are counted: the registration deadline of the sitting
 * @param ruleSet the eligibility conditions
 * @param rulings what reviewers have ruled on majors that the rule set does not list
 * @param papers which papers are asked for
 * @param register the certificates issued here; null where there is none to ask
 */
public record BatchTerms(
        String sittingCode,
        LocalDate asOf,
        RuleSet ruleSet,
        MajorRulings rulings,
        MaterialNeeds papers,
        @Nullable Register register) {

    /** Finds certificates that were issued here. */
    @FunctionalInterface
    public interface Register {

        /** The day on which a valid certificate of that level was issued to the holder of the document. */
        Optional<LocalDate> issuedOn(String documentNumber, Level level);
    }

    /** The terms of a check without a database: nobody has ruled, and there is no register. */
    public BatchTerms(String sittingCode, LocalDate asOf, RuleSet ruleSet) {
        this(sittingCode, asOf, ruleSet, MajorRulings.NONE, MaterialNeeds.STANDARD, null);
    }
}
