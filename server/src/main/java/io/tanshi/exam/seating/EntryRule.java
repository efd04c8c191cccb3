package io.tanshi.exam.seating;

import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.EntryRefusal;
import io.tanshi.exam.SittingRun;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether someone with the right papers may come in at this moment. */
final class EntryRule {

    private EntryRule() {}

    /** Empty: may come in. Who has been in once may come back until the sitting closes. */
    static Optional<EntryRefusal> refusal(SittingRun run, AdmissionState state, Instant now) {
        return Optional.ofNullable(
                switch (run.state()) {
                    case PLANNED -> EntryRefusal.NOT_OPEN_YET;
                    case CLOSED -> EntryRefusal.CLOSED;
                    case OPEN ->
                        switch (state) {
                            case ENTERED -> null;
                            case ABSENT -> EntryRefusal.CLOSED;
                            case SEATED -> byTime(run, now);
                        };
                });
    }

    private static @Nullable EntryRefusal byTime(SittingRun run, Instant now) {
        if (now.isBefore(run.entryOpensAt())) {
            return EntryRefusal.NOT_OPEN_YET;
        }
        return now.isAfter(run.lateEntryEndsAt()) ? EntryRefusal.TOO_LATE : null;
    }
}
