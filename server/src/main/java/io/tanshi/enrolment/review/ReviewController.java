package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.papers.PaperAnswers;
import io.tanshi.enrolment.review.ReviewViews.Decided;
import io.tanshi.enrolment.review.ReviewViews.RevealedNumber;
import io.tanshi.enrolment.review.ReviewViews.Workbench;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reviewer's workbench. */
@RestController
@RequestMapping("/api/review")
@Requires(Role.REVIEWER)
class ReviewController {

    private final WorkbenchPages workbench;
    private final ReviewDesk desk;
    private final Claims claims;
    private final Dossiers dossiers;
    private final PaperAnswers papers;
    private final ReviewSettings settings;

    ReviewController(
            WorkbenchPages workbench,
            ReviewDesk desk,
            Claims claims,
            Dossiers dossiers,
            PaperAnswers papers,
            ReviewSettings settings) {
        this.workbench = workbench;
        this.desk = desk;
        this.claims = claims;
        this.dossiers = dossiers;
        this.papers = papers;
        this.settings = settings;
    }

    /** A ruling is given when no clause holds without one. */
    record ApprovalRequest(
            int version,
            @Nullable Integer rulingClause,
            @Nullable @Size(max = 500, message = "最多 500 字") String reason) {}

    record ReturnRequest(
            int version, @NotEmpty(message = "请至少标出一份材料") List<@Valid ReturnedDocument> notes) {}

    record ReturnedDocument(
            @NotNull DocumentKind kind,
            @NotNull ReturnReason reason,

            @NotBlank(message = "请写明机构要怎么改") @Size(max = 500, message = "最多 500 字")
            String words) {}

    record WordsRequest(
            int version,

            @NotBlank(message = "请写明理由") @Size(max = 500, message = "最多 500 字")
            String words) {}

    record RevealRequest(
            @NotBlank(message = "请写明查看的理由") @Size(max = 100, message = "最多 100 字")
            String reason) {}

    @GetMapping("/applications/{id}")
    Workbench workbench(@PathVariable UUID id, CurrentAccount me) {
        return workbench.open(new ApplicationId(id), me);
    }

    @PostMapping("/applications/{id}/claim")
    Workbench claimApplication(@PathVariable UUID id, CurrentAccount me) {
        desk.claim(new ApplicationId(id), me);
        return workbench.open(new ApplicationId(id), me);
    }

    @DeleteMapping("/applications/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseApplication(@PathVariable UUID id, CurrentAccount me) {
        claims.release(new ApplicationId(id), me);
    }

    @GetMapping("/applications/{id}/files/{kind}")
    ResponseEntity<Resource> reviewFile(
            @PathVariable UUID id,
            @PathVariable DocumentKind kind,
            @RequestParam(defaultValue = "false") boolean small,
            CurrentAccount me)
            throws IOException {
        Document document = dossiers.documents(new ApplicationId(id)).get(kind);
        if (document == null) {
            throw Problem.notFound("这份材料");
        }
        return small ? papers.small(document) : papers.whole(document);
    }

    @PostMapping("/applications/{id}/approval")
    Decided approveApplication(@PathVariable UUID id, @Valid @RequestBody ApprovalRequest body, CurrentAccount me) {
        desk.approve(new ApplicationId(id), body.version(), body.rulingClause(), body.reason(), me);
        return new Decided(id, settings.undoSeconds());
    }

    @PostMapping("/applications/{id}/return")
    Decided returnApplication(@PathVariable UUID id, @Valid @RequestBody ReturnRequest body, CurrentAccount me) {
        List<ReturnNote> notes = body.notes().stream()
                .map(note ->
                        new ReturnNote(note.kind(), note.reason(), note.words().strip()))
                .toList();
        desk.sendBack(new ApplicationId(id), body.version(), notes, me);
        return new Decided(id, settings.undoSeconds());
    }

    @PostMapping("/applications/{id}/rejection")
    Decided rejectApplication(@PathVariable UUID id, @Valid @RequestBody WordsRequest body, CurrentAccount me) {
        desk.reject(new ApplicationId(id), body.version(), body.words().strip(), me);
        return new Decided(id, settings.undoSeconds());
    }

    /** Takes a decision back that is not in effect yet. */
    @DeleteMapping("/applications/{id}/decision")
    Workbench undoDecision(@PathVariable UUID id, CurrentAccount me) {
        desk.undo(new ApplicationId(id), me);
        return workbench.open(new ApplicationId(id), me);
    }

    @PostMapping("/applications/{id}/escalation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void escalateApplication(@PathVariable UUID id, @Valid @RequestBody WordsRequest body, CurrentAccount me) {
        desk.escalate(new ApplicationId(id), body.version(), body.words(), me);
    }

    @PostMapping("/applications/{id}/id-number")
    RevealedNumber revealNumber(@PathVariable UUID id, @Valid @RequestBody RevealRequest body, CurrentAccount me) {
        return new RevealedNumber(desk.reveal(new ApplicationId(id), body.reason(), me));
    }
}
