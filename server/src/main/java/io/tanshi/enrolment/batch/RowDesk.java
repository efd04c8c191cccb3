package io.tanshi.enrolment.batch;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.files.Files;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.EnumMap;
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

    private static final long MAX_FILE = 50L << 20;

    private final BatchStore batches;
    private final RowStore rows;
    private final Files files;
    private final Dependents dependents;
    private final UploadStore uploads;
    private final AuditTrail trail;

    RowDesk(
            BatchStore batches,
            RowStore rows,
            Files files,
            Dependents dependents,
            UploadStore uploads,
            AuditTrail trail) {
        this.batches = batches;
        this.rows = rows;
        this.files = files;
        this.dependents = dependents;
        this.uploads = uploads;
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
        Document document = Document.of(kind, files.store(new LimitedStream(content, MAX_FILE, RowDesk::tooLarge)));
        if (document.size() == 0) {
            throw Problem.of(EnrolmentError.UPLOAD_EMPTY, "上传的文件是空的（0 字节）。请确认文件已保存完整后重新上传。");
        }
        checkAgain(
                batch,
                row,
                row.draft().registration(),
                List.of(document),
                row.draft().rulingRequest());
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
        dependents.release(batch, Set.of(row.id()));
        record(me, "row-removed", row, Map.of());
    }

    private static Problem tooLarge() {
        return Problem.of(EnrolmentError.UPLOAD_TOO_LARGE, "单份材料不能超过 " + (MAX_FILE >> 20) + " MB。请压缩后重新上传。已保存的内容没有变化。");
    }

    private BatchRow editable(Batch batch, UUID rowId, int version) {
        batches.lock(batch.id());
        uploads.requireIdle(batch.id());
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
        Map<DocumentKind, Document> files = new EnumMap<>(DocumentKind.class);
        files.putAll(rows.files(row.id()));
        newFiles.forEach(file -> files.put(file.kind(), file));
        rows.update(row.placed(dependents.checked(batch, row.id(), registration, files, ruling)), newFiles);
        dependents.release(batch, Set.of(row.id()));
    }

    private void record(CurrentAccount me, String verb, BatchRow row, Map<String, ?> details) {
        trail.record(me.actor(), "enrolment." + verb, "batch-row", row.id(), details);
    }
}
