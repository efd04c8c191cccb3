package io.tanshi.exam.running;

import io.tanshi.exam.ExamRules;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers from the stored run, or from the plan and the programme while there is none. */
@Component
class StoredRuns implements SittingRuns {

    private final RunStore store;
    private final Sittings sittings;
    private final Programmes programmes;

    StoredRuns(RunStore store, Sittings sittings, Programmes programmes) {
        this.store = store;
        this.sittings = sittings;
        this.programmes = programmes;
    }

    @Override
    @Transactional(readOnly = true)
    public SittingRun of(SittingId sitting) {
        return store.find(sitting).orElseGet(() -> planned(sitting));
    }

    private SittingRun planned(SittingId sitting) {
        return new SittingRun(
                sitting, RunState.PLANNED, sittings.get(sitting).examAt(), ExamRules.of(programmes.parameters()));
    }
}
