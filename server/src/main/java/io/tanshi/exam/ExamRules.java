package io.tanshi.exam;

import io.tanshi.programme.ProgrammeParameters;

/**
 * The rules of time of a sitting; fixed from its opening on.
 *
 * @param durationMinutes from the bell to the deadline
 * @param lateEntryMinutes after the bell, until which a candidate is let in
 * @param earliestHandInMinutes after the bell, from which a candidate may hand in
 * @param graceMinutes after the deadline, within which answers given before it may still arrive
 * @param lostTimeFromMinutes length of one break in the network from which lost time can be given back by ruling
 */
public record ExamRules(
        int durationMinutes,
        int lateEntryMinutes,
        int earliestHandInMinutes,
        int graceMinutes,
        int lostTimeFromMinutes) {

    /** The rules as the programme has them now. */
    public static ExamRules of(ProgrammeParameters parameters) {
        return new ExamRules(
                parameters.durationMinutes(),
                parameters.lateEntryMinutes(),
                parameters.earliestHandInMinutes(),
                parameters.graceMinutes(),
                parameters.lostTimeFromMinutes());
    }
}
