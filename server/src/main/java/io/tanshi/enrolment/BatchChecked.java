package io.tanshi.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
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
 * @param rows of the batch that are not submitted, with those that say nothing new; 0 when nothing could be taken
 * @param accepted those that can be submitted now, with the papers that earlier uploads brought
 * @param blocked those that have to be put right first
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
        int blocked,
        boolean refused,
        Instant at) {

    /** As it is stored until everybody has heard it; at first without {@code blocked}, which was the rest then. */
    @JsonCreator
    static BatchChecked stored(
            BatchId batchId,
            UUID uploadId,
            InstitutionId institutionId,
            @Nullable AccountId accountId,
            SittingId sittingId,
            int rows,
            int accepted,
            @Nullable Integer blocked,
            boolean refused,
            Instant at) {
        int toPutRight = blocked == null ? rows - accepted : blocked;
        return new BatchChecked(
                batchId, uploadId, institutionId, accountId, sittingId, rows, accepted, toPutRight, refused, at);
    }
}
