package io.tanshi.results.release;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.Applications;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.Admissions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import io.tanshi.results.Result;
import io.tanshi.results.ResultState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of an institution's own candidates after the approval; names stand in the roster, hours with the study. */
@RestController
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class InstitutionOutcomesController {

    private final Applications applications;
    private final Admissions admissions;
    private final ResultStore results;
    private final Sittings sittings;

    InstitutionOutcomesController(
            Applications applications, Admissions admissions, ResultStore results, Sittings sittings) {
        this.applications = applications;
        this.admissions = admissions;
        this.results = results;
        this.sittings = sittings;
    }

    /**
     * One approved candidate.
     *
     * @param seated has a seat, and with it a ticket to print
     * @param absent the sitting closed without the candidate
     * @param passed absent before the release, as every score is
     */
    record CandidateOutcome(
            ApplicationId applicationId,
            PersonId personId,
            boolean seated,
            boolean absent,
            @Nullable Boolean passed) {}

    @GetMapping("/api/institution/outcomes")
    @Transactional(readOnly = true)
    public List<CandidateOutcome> outcomes(@RequestParam String sitting, CurrentAccount me) {
        InstitutionId institution = me.requireInstitution();
        return sittings.findByCode(sitting).stream()
                .flatMap(s -> of(institution, s.id()).stream())
                .toList();
    }

    private List<CandidateOutcome> of(InstitutionId institution, SittingId sitting) {
        Map<PersonId, Admission> seats = admissions.ofSitting(sitting).stream()
                .collect(Collectors.toMap(Admission::personId, Function.identity()));
        Map<PersonId, Boolean> released = results.ofSitting(sitting).stream()
                .filter(result -> result.state() == ResultState.RELEASED)
                .collect(Collectors.toMap(Result::personId, Result::passed));
        return applications.approvedOf(sitting).stream()
                .filter(application -> application.institutionId().equals(institution))
                .map(application ->
                        outcome(application, seats.get(application.personId()), released.get(application.personId())))
                .toList();
    }

    private static CandidateOutcome outcome(
            Applications.Summary application, @Nullable Admission seat, @Nullable Boolean passed) {
        return new CandidateOutcome(
                application.id(),
                application.personId(),
                seat != null,
                seat != null && seat.state() == AdmissionState.ABSENT,
                passed);
    }
}
