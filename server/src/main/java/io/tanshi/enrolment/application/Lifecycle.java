package io.tanshi.enrolment.application;

import static io.tanshi.enrolment.ApplicationState.APPROVED;
import static io.tanshi.enrolment.ApplicationState.DRAFT;
import static io.tanshi.enrolment.ApplicationState.PENDING;
import static io.tanshi.enrolment.ApplicationState.REJECTED;
import static io.tanshi.enrolment.ApplicationState.RETURNED;
import static io.tanshi.enrolment.ApplicationState.WITHDRAWN;

import io.tanshi.enrolment.ApplicationState;
import java.util.Optional;

/** The one place that knows which verb leads from which state to which (decisions §6). */
public final class Lifecycle {

    private Lifecycle() {}

    /** The state that follows, empty when the verb is not allowed there. */
    public static Optional<ApplicationState> after(ApplicationState from, Verb verb) {
        ApplicationState to = switch (verb) {
            case SUBMIT -> from == DRAFT ? PENDING : null;
            case APPROVE -> from == PENDING ? APPROVED : null;
            case RETURN -> from == PENDING ? RETURNED : null;
            case REJECT -> from == PENDING ? REJECTED : null;
            case RESUBMIT -> from == RETURNED ? PENDING : null;
            case OVERTURN -> from == APPROVED ? RETURNED : null;
            case WITHDRAW -> from == DRAFT || from == PENDING || from == RETURNED ? WITHDRAWN : null;
        };
        return Optional.ofNullable(to);
    }
}
