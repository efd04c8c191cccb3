package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.IssuedCertificates;
import io.tanshi.enrolment.eligibility.MajorRulings;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.rulings.MajorPrecedents;
import io.tanshi.identity.people.People;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rows of a sitting are checked against: the conditions and papers it has published, years counted to the deadline. */
@Component
public class Terms {

    private final Sittings sittings;
    private final SittingRules rules;
    private final MajorPrecedents precedents;
    private final People people;
    private final ObjectProvider<IssuedCertificates> register;
    private final TransactionTemplate transactions;

    Terms(
            Sittings sittings,
            SittingRules rules,
            MajorPrecedents precedents,
            People people,
            ObjectProvider<IssuedCertificates> register,
            PlatformTransactionManager transactions) {
        this.sittings = sittings;
        this.rules = rules;
        this.precedents = precedents;
        this.people = people;
        this.register = register;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Of new rows. */
    public BatchTerms of(SittingId id) {
        return of(id, rules.eligibility(id));
    }

    /** Of an application that was judged by a rule set already: it keeps it. */
    public BatchTerms of(SittingId id, String ruleSet) {
        return of(id, rules.find(ruleSet).orElseGet(() -> rules.eligibility(id)));
    }

    private BatchTerms of(SittingId id, RuleSet ruleSet) {
        Sitting sitting = sittings.get(id);
        MajorRulings rulings = precedents.inForce(ruleSet.code());
        return new BatchTerms(sitting.code(), sitting.asOf(), ruleSet, rulings, rules.materials(id), register());
    }

    private BatchTerms.@Nullable Register register() {
        IssuedCertificates certificates = register.getIfAvailable();
        return certificates == null ? null : (number, level) -> issuedOn(certificates, number, level);
    }

    /** Not read-only: the first look-up of an installation makes the key under which numbers are found. */
    private Optional<LocalDate> issuedOn(IssuedCertificates certificates, String number, Level level) {
        return Objects.requireNonNull(transactions.execute(
                _ -> people.findByIdNumber(number).flatMap(person -> certificates.issuedOn(person, level))));
    }
}
