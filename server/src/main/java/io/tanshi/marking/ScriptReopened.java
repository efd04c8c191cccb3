package io.tanshi.marking;

import io.tanshi.exam.AdmissionId;

/**
 * A paper is scored anew, because answers were let in after the hand-in. Told before the transaction ends: whoever has
 * gone on with the old scores refuses by throwing.
 */
public record ScriptReopened(AdmissionId admissionId) {}
