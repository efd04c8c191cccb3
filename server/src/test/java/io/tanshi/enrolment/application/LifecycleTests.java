package io.tanshi.enrolment.application;

import static io.tanshi.enrolment.ApplicationState.APPROVED;
import static io.tanshi.enrolment.ApplicationState.DRAFT;
import static io.tanshi.enrolment.ApplicationState.PENDING;
import static io.tanshi.enrolment.ApplicationState.REJECTED;
import static io.tanshi.enrolment.ApplicationState.RETURNED;
import static io.tanshi.enrolment.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.ApplicationState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LifecycleTests {

    private record Move(ApplicationState from, Verb verb) {}

    /** The table of the lifecycle, with the approval that a second reviewer takes back; every other pair is refused. */
    private static final Map<Move, ApplicationState> TABLE = Map.of(
            new Move(DRAFT, Verb.SUBMIT), PENDING,
            new Move(PENDING, Verb.APPROVE), APPROVED,
            new Move(PENDING, Verb.RETURN), RETURNED,
            new Move(PENDING, Verb.REJECT), REJECTED,
            new Move(APPROVED, Verb.OVERTURN), RETURNED,
            new Move(RETURNED, Verb.RESUBMIT), PENDING,
            new Move(DRAFT, Verb.WITHDRAW), WITHDRAWN,
            new Move(PENDING, Verb.WITHDRAW), WITHDRAWN,
            new Move(RETURNED, Verb.WITHDRAW), WITHDRAWN);

    @Test
    void everyPairOfStateAndVerbDoesWhatTheTableSays() {
        for (ApplicationState from : ApplicationState.values()) {
            for (Verb verb : Verb.values()) {
                assertThat(Lifecycle.after(from, verb))
                        .as("%s × %s", from, verb)
                        .isEqualTo(Optional.ofNullable(TABLE.get(new Move(from, verb))));
            }
        }
    }
}
