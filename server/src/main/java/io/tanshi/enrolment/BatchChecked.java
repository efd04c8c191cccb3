package io.tanshi.enrolment;

import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The check of an upload is over.
 *
 * @param uploadId a batch may take several
 * @param accountId who uploaded it; null when that was no account
 * @param rows of the form, 0 when it could not be taken
 * @param accepted rows without a problem
 * @param refused whether nothing of it could be taken
 */
public record BatchChecked(
        BatchId batchId,
        UUID uploadId,
        InstitutionId institutionId,
        @Nullable AccountId accountId,
        SittingId sittingId,
        int rows,
        int accepted,
        boolean refused,
        Instant at) {}
