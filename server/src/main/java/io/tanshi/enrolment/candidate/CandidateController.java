package io.tanshi.enrolment.candidate;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.candidate.CandidateViews.OwnApplication;
import io.tanshi.enrolment.candidate.CandidateViews.OwnApplicationDetail;
import io.tanshi.enrolment.checking.CheckDesk;
import io.tanshi.enrolment.checking.Subject;
import io.tanshi.enrolment.papers.PaperAnswers;
import io.tanshi.enrolment.printing.ReviewForms;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own applications. */
@RestController
@RequestMapping("/api/candidate/applications")
@Requires(Role.CANDIDATE)
class CandidateController {

    private final Dossiers dossiers;
    private final CandidatePages pages;
    private final BroughtPapers desk;
    private final CheckDesk checks;
    private final PaperAnswers papers;
    private final ReviewForms forms;

    CandidateController(
            Dossiers dossiers,
            CandidatePages pages,
            BroughtPapers desk,
            CheckDesk checks,
            PaperAnswers papers,
            ReviewForms forms) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.desk = desk;
        this.checks = checks;
        this.papers = papers;
        this.forms = forms;
    }

    /** @param digest of the data that were on the screen */
    record DataConfirmationRequest(@NotBlank @Size(max = 64) String digest) {}

    record DataReportRequest(
            @NotBlank @Size(max = 40) String subject,

            @NotBlank(message = "请写明哪里有误、应该是什么") @Size(max = 300, message = "最多 300 字")
            String words) {

        @Override
        public String toString() {
            return "DataReportRequest[protected]";
        }
    }

    /** Newest first; withdrawn ones are left out. */
    @GetMapping
    List<OwnApplication> ownApplications(CurrentAccount me) {
        return pages.list(me.requirePerson());
    }

    @GetMapping("/{id}")
    OwnApplicationDetail ownApplication(@PathVariable UUID id, CurrentAccount me) {
        return pages.detail(own(id, me));
    }

    @GetMapping("/{id}/files/{kind}")
    ResponseEntity<Resource> ownFile(
            @PathVariable UUID id,
            @PathVariable DocumentKind kind,
            @RequestParam(defaultValue = "false") boolean small,
            CurrentAccount me)
            throws IOException {
        Document document = dossiers.documents(own(id, me).id()).get(kind);
        if (document == null) {
            throw Problem.notFound("这份材料");
        }
        return small ? papers.small(document) : papers.whole(document);
    }

    /** A paper in place of one that the reviewer has returned; the institution sees it at once. */
    @PutMapping(path = "/{id}/files/{kind}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    OwnApplicationDetail bringFile(
            @PathVariable UUID id,
            @PathVariable DocumentKind kind,
            @RequestParam int version,
            HttpServletRequest request,
            CurrentAccount me)
            throws IOException {
        Dossier dossier = own(id, me);
        if (request.getContentLengthLong() > BroughtPapers.MAX_FILE) {
            throw BroughtPapers.tooLarge();
        }
        desk.bring(dossier, version, kind, request.getInputStream(), me);
        return pages.detail(own(id, me));
    }

    @PostMapping("/{id}/confirmation")
    OwnApplicationDetail confirmData(
            @PathVariable UUID id, @Valid @RequestBody DataConfirmationRequest body, CurrentAccount me) {
        checks.confirm(own(id, me), body.digest(), me.actor());
        return pages.detail(own(id, me));
    }

    @PostMapping("/{id}/reports")
    OwnApplicationDetail reportData(
            @PathVariable UUID id, @Valid @RequestBody DataReportRequest body, CurrentAccount me) {
        Dossier dossier = own(id, me);
        Subject subject = Subject.ofCode(body.subject())
                .orElseThrow(() -> Problem.of(EnrolmentError.NOT_ASKED_FOR, "报名信息里没有这一项。请刷新后重新选择。"));
        checks.report(dossier, subject, body.words().strip(), me.actor());
        return pages.detail(dossier);
    }

    @DeleteMapping("/{id}/reports/{report}")
    OwnApplicationDetail takeReportBack(@PathVariable UUID id, @PathVariable UUID report, CurrentAccount me) {
        Dossier dossier = own(id, me);
        checks.takeBack(dossier, report, me.actor());
        return pages.detail(dossier);
    }

    /** The form filled in, to be signed. */
    @GetMapping("/{id}/form.pdf")
    ResponseEntity<byte[]> ownForm(@PathVariable UUID id, CurrentAccount me) throws IOException {
        return forms.one(own(id, me), me.actor());
    }

    private Dossier own(UUID id, CurrentAccount me) {
        return dossiers.find(new ApplicationId(id))
                .filter(dossier -> dossier.person().equals(me.requirePerson()))
                .orElseThrow(() -> Problem.notFound("这份报名"));
    }
}
