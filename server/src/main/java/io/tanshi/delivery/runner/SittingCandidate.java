package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.AdmissionId;

/**
 * The candidate at the other end of a request, as the signed token says; a handler takes it as a parameter.
 *
 * @param session the entry this token was given at; a later entry fences it off
 */
public record SittingCandidate(AttemptId attemptId, AdmissionId admissionId, int session) {}
