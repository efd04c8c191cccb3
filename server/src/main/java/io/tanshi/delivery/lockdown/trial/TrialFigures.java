package io.tanshi.delivery.lockdown.trial;

import io.tanshi.exam.Admission;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.TrialRuns;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts trials for the list that is worked off before the opening. */
@Component
class TrialFigures implements TrialRuns {

    private final TrialStore store;
    private final Admissions admissions;

    TrialFigures(TrialStore store, Admissions admissions) {
        this.store = store;
        this.admissions = admissions;
    }

    @Override
    @Transactional(readOnly = true)
    public Figures of(SittingId sitting) {
        Map<PersonId, TrialRun> latest = store.latestOf(sitting);
        List<TrialRun> seated = admissions.ofSitting(sitting).stream()
                .map(Admission::personId)
                .map(latest::get)
                .filter(Objects::nonNull)
                .toList();
        int passed = (int) seated.stream().filter(TrialRun::isPassed).count();
        return new Figures(passed, seated.size() - passed);
    }
}
