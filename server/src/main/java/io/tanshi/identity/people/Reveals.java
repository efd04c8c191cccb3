package io.tanshi.identity.people;

import io.tanshi.audit.Actor;

/** Whoever is shown a protected number whole, is on record with the reason, and not without limit. */
public interface Reveals {

    /**
     * Puts on record that the actor is shown a number of the subject. Needs a transaction.
     *
     * @param action {@code module.past-tense} for the audit trail
     * @throws io.tanshi.platform.Problem when the actor has been shown too many in a short time
     */
    void record(Actor actor, String action, String subjectType, Object subjectId, String reason);
}
