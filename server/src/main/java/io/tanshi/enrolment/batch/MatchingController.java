package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.MatchingViews.LooseFileView;
import io.tanshi.enrolment.papers.PaperAnswers;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose a file is: the tray of a batch, and files on their way between rows. */
@RestController
@RequestMapping("/api/institution/batches/{id}")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class MatchingController {

    private final BatchStore batches;
    private final LooseStore loose;
    private final MatchingDesk desk;
    private final MatchingPages tray;
    private final UploadDesk uploads;
    private final BatchPages pages;
    private final PaperAnswers papers;

    MatchingController(
            BatchStore batches,
            LooseStore loose,
            MatchingDesk desk,
            MatchingPages tray,
            UploadDesk uploads,
            BatchPages pages,
            PaperAnswers papers) {
        this.batches = batches;
        this.loose = loose;
        this.desk = desk;
        this.tray = tray;
        this.uploads = uploads;
        this.pages = pages;
        this.papers = papers;
    }

    /** A document of a row, in the version of the row that the page shows. */
    record FilePlace(
            @NotNull UUID row, int version, @NotNull DocumentKind kind) {
        MatchingDesk.Place place() {
            return new MatchingDesk.Place(row, version, kind);
        }
    }

    record FileMoveRequest(
            @NotNull @Valid FilePlace from, @NotNull @Valid FilePlace to) {}

    @GetMapping("/loose-files")
    List<LooseFileView> looseFiles(@PathVariable UUID id, CurrentAccount me) {
        return tray.tray(owned(id, me));
    }

    @GetMapping("/loose-files/{file}")
    ResponseEntity<Resource> looseFile(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "false") boolean small,
            CurrentAccount me)
            throws IOException {
        LooseFile found = loose.get(owned(id, me).id(), file);
        DocumentKind kind = found.said().kind();
        var document = found.as(kind == null ? DocumentKind.OTHER : kind);
        return small ? papers.small(document) : papers.whole(document);
    }

    /** Gives a file of the tray to a row, which is checked at once. */
    @PostMapping("/loose-files/{file}/assignment")
    BatchRowView assignFile(
            @PathVariable UUID id, @PathVariable UUID file, @Valid @RequestBody FilePlace body, CurrentAccount me) {
        Batch batch = open(id, me);
        desk.assign(batch, file, body.place(), me);
        return pages.row(batch, body.row());
    }

    /** Moves a document to another kind or row; both rows are checked at once. */
    @PostMapping("/file-moves")
    BatchRowView moveFile(@PathVariable UUID id, @Valid @RequestBody FileMoveRequest body, CurrentAccount me) {
        Batch batch = open(id, me);
        desk.move(batch, body.from().place(), body.to().place(), me);
        return pages.row(batch, body.to().row());
    }

    /** Takes a document out of its row and puts it into the tray. */
    @PostMapping("/loose-files")
    BatchRowView takeOutFile(@PathVariable UUID id, @Valid @RequestBody FilePlace body, CurrentAccount me) {
        Batch batch = open(id, me);
        desk.takeOut(batch, body.place(), me);
        return pages.row(batch, body.row());
    }

    private Batch owned(UUID id, CurrentAccount me) {
        return batches.owned(id, me.requireInstitution());
    }

    private Batch open(UUID id, CurrentAccount me) {
        Batch batch = owned(id, me);
        uploads.requireOpen(batch.sitting());
        return batch;
    }
}
