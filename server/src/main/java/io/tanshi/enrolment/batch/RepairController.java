package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.DryRunViews.DryRunView;
import io.tanshi.enrolment.batch.MatchingViews.SameWritingRow;
import io.tanshi.enrolment.batch.MatchingViews.SameWritingView;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.PageView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A batch as a whole on its way to submission: rows found, put right together, and tried. */
@RestController
@RequestMapping("/api/institution/batches/{id}")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class RepairController {

    private static final int MAX_PAGE = 500;

    private final BatchStore batches;
    private final RowSearch search;
    private final SameWriting sameWriting;
    private final DryRun dryRun;
    private final UploadDesk uploads;

    RepairController(BatchStore batches, RowSearch search, SameWriting sameWriting, DryRun dryRun, UploadDesk uploads) {
        this.batches = batches;
        this.search = search;
        this.sameWriting = sameWriting;
        this.dryRun = dryRun;
        this.uploads = uploads;
    }

    /**
     * Which rows to show; by POST, because the words may be a name or the end of a number.
     *
     * @param words part of a name, a row's number, or the last four of the document number
     */
    record RowSearchRequest(
            RowSearch.@Nullable Filter filter,
            @Nullable RepairAction action,
            @Nullable @Size(max = 40, message = "最多 40 字") String words,
            int page,
            int size) {

        @Override
        public String toString() {
            return "RowSearchRequest[protected]";
        }
    }

    /** @param found as it stands in the cells to be put right */
    record SameWritingRequest(
            @NotNull Column column,
            @NotNull @Size(max = 200, message = "最多 200 字") String found,
            @NotNull @Size(max = 200, message = "最多 200 字") String typed) {

        @Override
        public String toString() {
            return "SameWritingRequest[protected]";
        }
    }

    @PostMapping("/row-search")
    PageView<BatchRowView> findRows(
            @PathVariable UUID id, @Valid @RequestBody RowSearchRequest body, CurrentAccount me) {
        RowSearch.Filter filter = body.filter();
        String words = body.words();
        return search.find(
                owned(id, me),
                new RowSearch.Wanted(
                        filter == null ? RowSearch.Filter.ALL : filter,
                        body.action(),
                        words == null ? "" : words.strip()),
                Math.max(0, body.page()),
                Math.clamp(body.size(), 1, MAX_PAGE));
    }

    /** Writes one text wherever the same was found in a column; every row is checked and answered for by itself. */
    @PostMapping("/same-writing")
    SameWritingView putRightTogether(
            @PathVariable UUID id, @Valid @RequestBody SameWritingRequest body, CurrentAccount me) {
        Batch batch = owned(id, me);
        uploads.requireOpen(batch.sitting());
        List<SameWritingRow> rows = sameWriting.apply(batch, body.column(), body.found(), body.typed(), me).stream()
                .map(row -> new SameWritingRow(row.row(), row.number(), row.changed(), row.ready(), row.said()))
                .toList();
        return new SameWritingView(rows);
    }

    /** What submitting the batch now would do; nothing is written. */
    @GetMapping("/dry-run")
    DryRunView dryRun(@PathVariable UUID id, CurrentAccount me) {
        return dryRun.of(owned(id, me));
    }

    private Batch owned(UUID id, CurrentAccount me) {
        return batches.owned(id, me.requireInstitution());
    }
}
