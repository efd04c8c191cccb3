package io.tanshi.enrolment.rulings;

import io.tanshi.enrolment.eligibility.MajorRuling;
import io.tanshi.programme.ReviewPromise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ruling on a major as it is kept.
 *
 * @param key the major without decoration
 * @param application the case it was made for; null when made without one
 * @param revocation null while it is in force
 */
record StoredRuling(
        UUID id,
        String ruleSet,
        String key,
        String major,
        boolean related,
        String reason,
        @Nullable UUID application,
        Instant decidedAt,
        String decidedBy,
        @Nullable Revocation revocation) {

    record Revocation(Instant at, String by, String reason) {}

    MajorRuling ruling() {
        return new MajorRuling(major, related, LocalDate.ofInstant(decidedAt, ReviewPromise.ZONE));
    }
}
