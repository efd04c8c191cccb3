package io.tanshi.enrolment.batch;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.files.Files;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts single rows right: each change is checked at once, and nothing enters the roster by it. */
@Service
@Transactional
class RowDesk {

    private final BatchStore batches;
    private final RowStore rows;
    private final Files files;
    private final RowCheck check;
    private final RowStanding standing;
    private final Terms terms;
    private final AuditTrail trail;

    RowDesk(
            BatchStore batches,
            RowStore rows,
            Files files,
            RowCheck check,
            RowStanding standing,
            Terms terms,
            AuditTrail trail) {
        this.batches = batches;
        this.rows = rows;
        this.files = files;
        this.check = check;
        this.standing = standing;
        this.terms = terms;
        this.trail = trail;
    }

    void edit(Batch batch, UUID rowId, int version, Map<Column, String> typed, CurrentAccount me) {
        BatchRow row = editable(batch, rowId, version);
        Registration changed = row.draft().registration().with(typed);
        checkAgain(batch, row, changed, List.of(), row.draft().rulingRequest());
        record(me, "row-edited", row, Map.of("columns", typed.keySet().toString()));
    }

    void put(Batch batch, UUID rowId, int version, DocumentKind kind, InputStream content, CurrentAccount me)
            throws IOException {
        BatchRow row = editable(batch, rowId, version);
        Document document = Document.of(kind, files.store(new LimitedStream(content, UploadDesk.MAX_BYTES)));
        if (document.size() == 0) {
            throw Problem.of(EnrolmentError.UPLOAD_EMPTY, "上传的文件是空的（0 字节）。请确认文件已保存完整后重新上传。");
        }
        checkAgain(batch, row, row.draft().registration(), List.of(document), row.draft().rulingRequest());
        record(me, "row-file-replaced", row, Map.of("kind", kind.name()));
    }

    /** Asks a person to rule although no clause holds (decisions §3). */
    void requestRuling(Batch batch, UUID rowId, int version, @Nullable String reason, CurrentAccount me) {
        BatchRow row = editable(batch, rowId, version);
        checkAgain(batch, row, row.draft().registration(), List.of(), reason);
        record(me, "ruling-requested", row, Map.of("asked", reason != null));
    }

    void remove(Batch batch, UUID rowId, int version, CurrentAccount me) {
        BatchRow row = editable(batch, rowId, version);
        rows.stage(List.of(row.id()), Stage.REMOVED);
        releaseOthers(batch, Set.of(row.id()));
        record(me, "row-removed", row, Map.of());
    }

    private BatchRow editable(Batch batch, UUID rowId, int version) {
        batches.lock(batch.id());
        BatchRow row = rows.row(batch.id(), rowId);
        if (row.stage() == Stage.SUBMITTED) {
            throw Problem.of(EnrolmentError.ROW_CHANGED, "第 " + row.number() + " 行已经提交。需要更正时，请到“名单与补正”。");
        }
        if (row.version() != version) {
            throw Problem.of(EnrolmentError.ROW_CHANGED, "第 " + row.number() + " 行刚刚已被修改。请刷新后再改。");
        }
        return row;
    }

    private void checkAgain(
            Batch batch,
            BatchRow row,
            Registration registration,
            Collection<Document> newFiles,
            @Nullable String ruling) {
        Map<DocumentKind, Document> all = rows.files(row.id());
        Map<DocumentKind, Document> merged = new java.util.EnumMap<>(DocumentKind.class);
        merged.putAll(all);
        newFiles.forEach(file -> merged.put(file.kind(), file));
        BatchTerms current = terms.of(batch.sitting());
        Draft draft = Draft.of(
                        check.check(registration, merged.values(), current),
                        current.ruleSet().code())
                .withRulingRequest(ruling);
        Draft beside = standing.besideOthers(batch, draft, merged, Set.of(row.id()));
        RowStanding.Placed placed = standing.beside(batch, beside, merged);
        rows.update(
                new BatchRow(
                        row.id(),
                        row.batch(),
                        row.upload(),
                        row.number(),
                        placed.stage(),
                        placed.draft(),
                        placed.updates(),
                        null,
                        row.version()),
                newFiles);
        releaseOthers(batch, Set.of(row.id()));
    }

    /** Rows that were blocked because of a row that has changed or gone are looked at again. */
    private void releaseOthers(Batch batch, Set<UUID> changed) {
        BatchTerms current = terms.of(batch.sitting());
        for (BatchRow other : rows.blocked(batch.id())) {
            boolean dependent = other.draft().problems().stream()
                    .map(RowProblem::code)
                    .anyMatch(code -> code.equals("duplicate-in-batch") || code.equals("photo-shared"));
            if (dependent && !changed.contains(other.id())) {
                Map<DocumentKind, Document> own = rows.files(other.id());
                Draft draft = Draft.of(
                                check.check(other.draft().registration(), own.values(), current),
                                current.ruleSet().code())
                        .withRulingRequest(other.draft().rulingRequest());
                Draft beside = standing.besideOthers(batch, draft, own, Set.of(other.id()));
                rows.update(
                        new BatchRow(
                                other.id(),
                                other.batch(),
                                other.upload(),
                                other.number(),
                                other.stage(),
                                beside,
                                other.updates(),
                                other.application(),
                                other.version()),
                        List.of());
            }
        }
    }

    private void record(CurrentAccount me, String verb, BatchRow row, Map<String, ?> details) {
        trail.record(me.actor(), "enrolment." + verb, "batch-row", row.id(), details);
    }
}
