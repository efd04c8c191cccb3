package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.batch.BatchViews.BatchListEntry;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.BatchViews.BatchView;
import io.tanshi.enrolment.batch.BatchViews.CheckProgress;
import io.tanshi.enrolment.batch.BatchViews.SubmissionView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.PageView;
import io.tanshi.programme.SittingId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Batches of the caller's institution. */
@RestController
@RequestMapping("/api/institution/batches")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class BatchController {

    private static final int MAX_PAGE = 500;

    private final BatchPages pages;
    private final BatchStore batches;
    private final UploadDesk desk;
    private final CheckQueue checks;
    private final Submission submission;

    BatchController(BatchPages pages, BatchStore batches, UploadDesk desk, CheckQueue checks, Submission submission) {
        this.pages = pages;
        this.batches = batches;
        this.desk = desk;
        this.checks = checks;
        this.submission = submission;
    }

    record NewBatchRequest(@NotNull UUID sittingId) {}

    @GetMapping
    List<BatchListEntry> batches(CurrentAccount me) {
        return pages.list(me.requireInstitution());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BatchView createBatch(@RequestBody NewBatchRequest body, CurrentAccount me) {
        return pages.view(desk.open(new SittingId(body.sittingId()), me));
    }

    @GetMapping("/{id}")
    BatchView batch(@PathVariable UUID id, CurrentAccount me) {
        return pages.view(owned(id, me));
    }

    /**
     * Takes a package or a workbook as the raw body; the check then runs in the background.
     *
     * @param encodedName the file's name, percent-encoded
     */
    @PostMapping(path = "/{id}/uploads", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchView upload(
            @PathVariable UUID id,
            @RequestHeader("X-File-Name") String encodedName,
            HttpServletRequest request,
            CurrentAccount me)
            throws IOException {
        Batch batch = owned(id, me);
        long length = request.getContentLengthLong();
        checks.add(desk.receive(batch, fileName(encodedName), length, request.getInputStream(), me));
        return pages.view(batch);
    }

    /** What a running check has found in the rows after {@code after}. */
    @GetMapping("/{id}/progress")
    CheckProgress checkProgress(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, CurrentAccount me) {
        return pages.progress(owned(id, me), after);
    }

    @GetMapping("/{id}/rows")
    PageView<BatchRowView> batchRows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean blocked,
            @RequestParam(required = false) @Nullable RepairAction action,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            CurrentAccount me) {
        return pages.rows(owned(id, me), blocked, action, Math.max(0, page), Math.clamp(size, 1, MAX_PAGE));
    }

    @PostMapping("/{id}/submission")
    SubmissionView submitBatch(@PathVariable UUID id, CurrentAccount me) {
        Batch batch = owned(id, me);
        desk.requireOpen(batch.sitting());
        Submission.Outcome outcome = submitted(batch, me);
        return new SubmissionView(outcome.submitted(), outcome.updated(), outcome.skipped(), outcome.blocked());
    }

    private Submission.Outcome submitted(Batch batch, CurrentAccount me) {
        try {
            return submission.submit(batch, me.actor());
        } catch (DuplicateKeyException _) {
            // Another institution has registered one of the people in the same moment; now that is seen.
            return submission.submit(batch, me.actor());
        }
    }

    private Batch owned(UUID id, CurrentAccount me) {
        return batches.owned(id, me.requireInstitution());
    }

    private static String fileName(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return encoded;
        }
    }
}
