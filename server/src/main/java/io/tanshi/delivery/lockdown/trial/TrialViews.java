package io.tanshi.delivery.lockdown.trial;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trials as they go to screens. */
final class TrialViews {

    private TrialViews() {}

    record TrialOutcomeView(TrialCheck check, String label, CheckState state, String found) {}

    /** @param overrideReason why an invigilator let a failed one pass; absent otherwise */
    record TrialResultView(
            UUID id,
            OffsetDateTime at,
            String machine,
            boolean passed,
            @Nullable String overrideReason,
            @Nullable String overriddenBy,
            List<TrialOutcomeView> outcomes) {}

    /** @throws IllegalStateException when the run is not finished */
    static TrialResultView view(TrialRun run) {
        TrialRun.Result result = run.result();
        TrialRun.LetPass override = run.override();
        if (result == null) {
            throw new IllegalStateException("Trial " + run.id() + " is not finished");
        }
        return new TrialResultView(
                run.id(),
                result.at(),
                result.machine(),
                result.passed(),
                override == null ? null : override.reason(),
                override == null ? null : override.by(),
                result.outcomes().stream()
                        .map(o -> new TrialOutcomeView(o.check(), o.check().label(), o.state(), o.found()))
                        .toList());
    }
}
