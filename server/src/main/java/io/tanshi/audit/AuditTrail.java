package io.tanshi.audit;

import java.util.Map;

/**
 * The append-only record of acts.
 *
 * <p>An entry is written in the transaction of the act: calling this outside a transaction is a programming error and
 * fails. Details hold ids, states and reasons, never personal data.
 */
public interface AuditTrail {

    /**
     * @param action {@code module.past-tense}, for example {@code enrolment.batch-submitted}
     * @param subjectType kind of thing acted on, for example {@code batch}
     * @param subjectId its opaque id
     */
    void record(Actor actor, String action, String subjectType, Object subjectId, Map<String, ?> details);
}
