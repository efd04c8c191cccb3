package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.BatchViews.RowTexts;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.papers.PaperAnswers;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Single rows of a batch: looked at and put right. */
@RestController
@RequestMapping("/api/institution/batches/{id}/rows/{row}")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class RowController {

    private final BatchStore batches;
    private final RowStore rows;
    private final RowDesk desk;
    private final UploadDesk uploads;
    private final BatchPages pages;
    private final PaperAnswers papers;

    RowController(
            BatchStore batches,
            RowStore rows,
            RowDesk desk,
            UploadDesk uploads,
            BatchPages pages,
            PaperAnswers papers) {
        this.batches = batches;
        this.rows = rows;
        this.desk = desk;
        this.uploads = uploads;
        this.pages = pages;
        this.papers = papers;
    }

    /** Texts as typed, by column; the version is that of the row they were read from. */
    record RowEditRequest(
            int version, @NotEmpty(message = "没有改动") Map<Column, @Size(max = 200, message = "最多 200 字") String> cells) {

        @Override
        public String toString() {
            return "RowEditRequest[protected]";
        }
    }

    record RulingRequest(
            int version,
            @Nullable @Size(max = 500, message = "最多 500 字") String reason) {}

    @GetMapping
    BatchRowView batchRow(@PathVariable UUID id, @PathVariable UUID row, CurrentAccount me) {
        return pages.row(owned(id, me), row);
    }

    @GetMapping("/texts")
    RowTexts rowTexts(@PathVariable UUID id, @PathVariable UUID row, CurrentAccount me) {
        return pages.texts(owned(id, me), row);
    }

    @PatchMapping
    BatchRowView editRow(
            @PathVariable UUID id, @PathVariable UUID row, @Valid @RequestBody RowEditRequest body, CurrentAccount me) {
        Batch batch = open(id, me);
        desk.edit(batch, row, body.version(), body.cells(), me);
        return pages.row(batch, row);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRow(@PathVariable UUID id, @PathVariable UUID row, @RequestParam int version, CurrentAccount me) {
        desk.remove(open(id, me), row, version, me);
    }

    @PostMapping("/ruling-request")
    BatchRowView requestRuling(
            @PathVariable UUID id, @PathVariable UUID row, @Valid @RequestBody RulingRequest body, CurrentAccount me) {
        Batch batch = open(id, me);
        String reason = body.reason();
        desk.requestRuling(batch, row, body.version(), reason == null || reason.isBlank() ? null : reason.strip(), me);
        return pages.row(batch, row);
    }

    /** Takes a photo or paper as the raw body in place of the one that is there. */
    @PutMapping(path = "/files/{kind}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    BatchRowView putRowFile(
            @PathVariable UUID id,
            @PathVariable UUID row,
            @PathVariable DocumentKind kind,
            @RequestParam int version,
            HttpServletRequest request,
            CurrentAccount me)
            throws IOException {
        Batch batch = open(id, me);
        desk.put(batch, row, version, kind, request.getInputStream(), me);
        return pages.row(batch, row);
    }

    @GetMapping("/files/{kind}")
    ResponseEntity<Resource> rowFile(
            @PathVariable UUID id,
            @PathVariable UUID row,
            @PathVariable DocumentKind kind,
            @RequestParam(defaultValue = "false") boolean small,
            CurrentAccount me)
            throws IOException {
        Batch batch = owned(id, me);
        Document document = rows.files(rows.row(batch.id(), row).id()).get(kind);
        if (document == null) {
            throw Problem.notFound("这份材料");
        }
        return small ? papers.small(document) : papers.whole(document);
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
