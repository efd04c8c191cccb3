package io.tanshi.enrolment.checking;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.checking.ReportViews.DataReportView;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a reviewer is told of the candidate's own check. */
@RestController
class ReportController {

    private final DataChecks checks;
    private final ReportViews views;

    ReportController(DataChecks checks, ReportViews views) {
        this.checks = checks;
        this.views = views;
    }

    /** Reports that wait for an answer, those that the institution has handed on included. */
    @GetMapping("/api/review/applications/{id}/candidate-reports")
    @Requires(Role.REVIEWER)
    List<DataReportView> candidateReports(@PathVariable UUID id) {
        return checks.reports(new ApplicationId(id)).stream()
                .filter(Report::isPending)
                .map(views::of)
                .toList();
    }
}
