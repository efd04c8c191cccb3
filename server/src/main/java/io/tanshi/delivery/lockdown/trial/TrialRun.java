package io.tanshi.delivery.lockdown.trial;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trial of one machine.
 *
 * @param result null until it is finished
 * @param override by an invigilator, for a machine that did not pass
 */
record TrialRun(
        UUID id,
        SittingId sitting,
        PersonId person,
        boolean sebProven,
        @Nullable Result result,
        @Nullable LetPass override) {

    /** @param found what was measured, in words or figures */
    record Outcome(TrialCheck check, CheckState state, String found) {}

    /** @param machine a label that tells one machine from another, without saying whose it is */
    record Result(OffsetDateTime at, String machine, boolean passed, List<Outcome> outcomes) {

        Result {
            outcomes = List.copyOf(outcomes);
        }
    }

    record LetPass(OffsetDateTime at, String by, String reason) {}

    /** Whether the machine may be used without more ado. */
    boolean isPassed() {
        return override != null || (result != null && result.passed());
    }
}
