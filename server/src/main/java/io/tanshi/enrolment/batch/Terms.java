package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import org.springframework.stereotype.Component;

/** What the rows of a sitting are checked against: the conditions in force, years counted to the deadline. */
@Component
public class Terms {

    private final Sittings sittings;
    private final Programmes programmes;

    Terms(Sittings sittings, Programmes programmes) {
        this.sittings = sittings;
        this.programmes = programmes;
    }

    public BatchTerms of(SittingId id) {
        Sitting sitting = sittings.get(id);
        return new BatchTerms(sitting.code(), sitting.asOf(), programmes.eligibility());
    }
}
