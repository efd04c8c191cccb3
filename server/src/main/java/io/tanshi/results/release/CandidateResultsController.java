package io.tanshi.results.release;

import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.Admissions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Level;
import io.tanshi.programme.Milestone;
import io.tanshi.programme.MilestoneKey;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import io.tanshi.results.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A candidate's own results: nothing of a score before its release, only the date by which it is promised. */
@RestController
@Requires(Role.CANDIDATE)
class CandidateResultsController {

    private final ResultStore results;
    private final Admissions admissions;
    private final Sittings sittings;

    CandidateResultsController(ResultStore results, Admissions admissions, Sittings sittings) {
        this.results = results;
        this.admissions = admissions;
        this.sittings = sittings;
    }

    record ReleasedScores(
            BigDecimal singleChoice,
            BigDecimal multipleChoice,
            BigDecimal extendedText,
            BigDecimal total,
            BigDecimal passMark,
            boolean passed,
            OffsetDateTime releasedAt) {}

    /**
     * One sitting of the candidate; {@code released} is absent before the release.
     *
     * @param absent the candidate never entered the room (缺考): no result will come
     */
    record CandidateResultView(
            String sittingCode,
            String sittingName,
            Level level,
            LocalDate promisedBy,
            boolean promisedProvisional,
            boolean absent,
            @Nullable ReleasedScores released) {}

    @GetMapping("/api/candidate/results")
    List<CandidateResultView> results(CurrentAccount me) {
        Map<SittingId, Result> released = results.of(me.requirePerson()).stream()
                .collect(Collectors.toMap(Result::sittingId, Function.identity(), (a, b) -> a));
        return admissions.of(me.requirePerson()).stream()
                .map(a -> view(a, sittings.get(a.sittingId()), released.get(a.sittingId())))
                .toList();
    }

    private static CandidateResultView view(Admission admission, Sitting sitting, @Nullable Result result) {
        Milestone promised = sitting.timetable().get(MilestoneKey.RESULTS);
        return new CandidateResultView(
                sitting.code(),
                sitting.name(),
                admission.level(),
                promised.from(),
                promised.provisional(),
                admission.state() == AdmissionState.ABSENT,
                result == null ? null : scores(result));
    }

    private static ReleasedScores scores(Result r) {
        OffsetDateTime at = r.releasedAt();
        if (at == null) {
            throw new IllegalStateException("Result " + r.id() + " is released without a date");
        }
        return new ReleasedScores(
                r.singleChoice().points(),
                r.multipleChoice().points(),
                r.extendedText().points(),
                r.total().points(),
                r.passMark().points(),
                r.passed(),
                at);
    }
}
