package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import java.time.Instant;

/**
 * One delivery of an institution for a sitting.
 *
 * @param number counted per institution and sitting from 1
 */
record Batch(BatchId id, InstitutionId institution, SittingId sitting, int number, Instant createdAt) {}
