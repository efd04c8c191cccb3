package io.tanshi.exam.seating;

import io.tanshi.exam.AdmissionState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to an admission. The whole lifecycle stands in {@link #from}. */
enum AdmissionVerb {
    /** The system gives seat and ticket. */
    ADMIT,
    /** An administrator gives another seat. */
    MOVE,
    /** The candidate comes in for the first time. */
    ENTER,
    /** The sitting closes without the candidate. */
    MISS;

    /** The state it leads to, if it is allowed from this one; null is a person without admission. */
    Optional<AdmissionState> from(@Nullable AdmissionState state) {
        return Optional.ofNullable(
                switch (this) {
                    case ADMIT -> state == null ? AdmissionState.SEATED : null;
                    case MOVE -> state == AdmissionState.SEATED ? AdmissionState.SEATED : null;
                    case ENTER -> state == AdmissionState.SEATED ? AdmissionState.ENTERED : null;
                    case MISS -> state == AdmissionState.SEATED ? AdmissionState.ABSENT : null;
                });
    }
}
