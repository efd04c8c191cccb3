package io.tanshi.enrolment.roster;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.checking.CheckDesk;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.papers.PaperAnswers;
import io.tanshi.enrolment.roster.RosterViews.ResubmissionOutcome;
import io.tanshi.enrolment.roster.RosterViews.RosterDetail;
import io.tanshi.enrolment.roster.RosterViews.RosterView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The applications of the caller's institution. */
@RestController
@RequestMapping("/api/institution/applications")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class RosterController {

    /** The largest photo or paper that is taken by itself. */
    private static final long MAX_FILE = 50L << 20;

    private final RosterPages pages;
    private final RosterDesk desk;
    private final Dossiers dossiers;
    private final PaperAnswers papers;
    private final CheckDesk checks;

    RosterController(RosterPages pages, RosterDesk desk, Dossiers dossiers, PaperAnswers papers, CheckDesk checks) {
        this.pages = pages;
        this.desk = desk;
        this.dossiers = dossiers;
        this.papers = papers;
        this.checks = checks;
    }

    record ApplicationEditRequest(
            int version, @NotEmpty(message = "没有改动") Map<Column, @Size(max = 200, message = "最多 200 字") String> cells) {

        @Override
        public String toString() {
            return "ApplicationEditRequest[protected]";
        }
    }

    record ResubmissionRequest(int version) {}

    record ResubmissionItem(UUID id, int version) {}

    record ManyResubmissionsRequest(
            @NotEmpty(message = "至少选一人") @Size(max = 500, message = "一次最多 500 人")
            List<ResubmissionItem> applications) {}

    /** @param toReviewer whether the words go to the reviewer, who has the application now */
    record CandidateReplyRequest(
            boolean toReviewer,

            @NotBlank(message = "请写明处理结果") @Size(max = 300, message = "最多 300 字")
            String words) {}

    record OwnCandidateNumber(String idNumber) {

        @Override
        public String toString() {
            return "OwnCandidateNumber[protected]";
        }
    }

    record WithdrawalRequest(
            int version,
            @Nullable @Size(max = 300, message = "最多 300 字") String words) {}

    @GetMapping
    RosterView roster(@RequestParam UUID sittingId, CurrentAccount me) {
        return pages.roster(me.requireInstitution(), new SittingId(sittingId));
    }

    @GetMapping("/{id}")
    RosterDetail rosterDetail(@PathVariable UUID id, CurrentAccount me) {
        return pages.detail(owned(id, me));
    }

    @PatchMapping("/{id}")
    RosterDetail editApplication(
            @PathVariable UUID id, @Valid @RequestBody ApplicationEditRequest body, CurrentAccount me) {
        desk.edit(owned(id, me), body.version(), body.cells(), me);
        return pages.detail(owned(id, me));
    }

    @PutMapping(path = "/{id}/files/{kind}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    RosterDetail putApplicationFile(
            @PathVariable UUID id,
            @PathVariable DocumentKind kind,
            @RequestParam int version,
            HttpServletRequest request,
            CurrentAccount me)
            throws IOException {
        Dossier dossier = owned(id, me);
        if (request.getContentLengthLong() > MAX_FILE || request.getContentLengthLong() < 0) {
            throw Problem.of(PlatformError.TOO_LARGE, "单份材料不能超过 " + (MAX_FILE >> 20) + " MB。请压缩后重新上传。");
        }
        desk.attach(dossier, version, kind, request.getInputStream(), me.actor());
        return pages.detail(owned(id, me));
    }

    @GetMapping("/{id}/files/{kind}")
    ResponseEntity<Resource> applicationFile(
            @PathVariable UUID id,
            @PathVariable DocumentKind kind,
            @RequestParam(defaultValue = "false") boolean small,
            CurrentAccount me)
            throws IOException {
        Document document = dossiers.documents(owned(id, me).id()).get(kind);
        if (document == null) {
            throw Problem.notFound("这份材料");
        }
        return small ? papers.small(document) : papers.whole(document);
    }

    /** The clear number of the institution's own candidate, on record. */
    @PostMapping("/{id}/id-number")
    OwnCandidateNumber showNumber(@PathVariable UUID id, CurrentAccount me) {
        return new OwnCandidateNumber(desk.reveal(owned(id, me), me));
    }

    @PostMapping("/{id}/resubmission")
    RosterDetail resubmitApplication(
            @PathVariable UUID id, @Valid @RequestBody ResubmissionRequest body, CurrentAccount me) {
        desk.resubmit(owned(id, me), body.version(), me);
        return pages.detail(owned(id, me));
    }

    @PostMapping("/{id}/withdrawal")
    RosterDetail withdrawApplication(
            @PathVariable UUID id, @Valid @RequestBody WithdrawalRequest body, CurrentAccount me) {
        desk.withdraw(owned(id, me), body.version(), body.words(), me);
        return pages.detail(owned(id, me));
    }

    /** Hands several returned applications in again; each by itself, so that one refusal does not stop the others. */
    @PostMapping("/resubmissions")
    List<ResubmissionOutcome> resubmitMany(@Valid @RequestBody ManyResubmissionsRequest body, CurrentAccount me) {
        List<ResubmissionOutcome> outcomes = new ArrayList<>();
        for (ResubmissionItem item : body.applications()) {
            Dossier dossier = owned(item.id(), me);
            String refusal = null;
            try {
                desk.resubmit(dossier, item.version(), me);
            } catch (Problem problem) {
                refusal = problem.detail();
            }
            outcomes.add(
                    new ResubmissionOutcome(item.id(), dossier.registration().name(), refusal));
        }
        return outcomes;
    }

    /** Answers what a candidate reported, or hands it on to the reviewer. */
    @PostMapping("/{id}/reports/{report}/reply")
    RosterDetail replyToCandidate(
            @PathVariable UUID id,
            @PathVariable UUID report,
            @Valid @RequestBody CandidateReplyRequest body,
            CurrentAccount me) {
        Dossier dossier = owned(id, me);
        if (body.toReviewer()) {
            checks.forward(dossier, report, body.words().strip(), me.actor());
        } else {
            checks.answer(dossier, report, body.words().strip(), me.actor());
        }
        return pages.detail(owned(id, me));
    }

    /** The roster as a workbook, numbers masked. */
    @GetMapping("/roster.xlsx")
    ResponseEntity<byte[]> rosterWorkbook(@RequestParam UUID sittingId, CurrentAccount me) {
        return RosterWorkbook.answer(pages.roster(me.requireInstitution(), new SittingId(sittingId)));
    }

    private Dossier owned(UUID id, CurrentAccount me) {
        return dossiers.find(new ApplicationId(id))
                .filter(dossier -> dossier.institution().equals(me.requireInstitution()))
                .orElseThrow(() -> Problem.notFound("这份报名"));
    }
}
