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

    private final RowEditing editing;
    private final RowStore rows;
    private final Files files;
    private final Dependents dependents;
    private final AuditTrail trail;

    RowDesk(RowEditing editing, RowStore rows, Files files, Dependents dependents, AuditTrail trail) {
        this.editing = editing;
        this.rows = rows;
        this.files = files;
        this.dependents = dependents;
        this.trail = trail;
    }

    void edit(Batch batch, UUID rowId, int version, Map<Column, String> typed, CurrentAccount me) {
        BatchRow row = editing.editable(batch, rowId, version);
        Registration changed = row.draft().registration().with(typed);
        editing.checkAgain(
                batch, row, changed, rows.files(row.id()), row.draft().rulingRequest(), me);
        record(me, "enrolment.row-edited", row, Map.of("columns", typed.keySet().toString()));
    }

    void put(Batch batch, UUID rowId, int version, DocumentKind kind, InputStream content, CurrentAccount me)
            throws IOException {
        BatchRow row = editing.editable(batch, rowId, version);
        Document document = Document.of(kind, files.store(new LimitedStream(content, MAX_FILE, RowDesk::tooLarge)));
        if (document.size() == 0) {
            throw Problem.of(EnrolmentError.UPLOAD_EMPTY, "上传的文件是空的（0 字节）。请确认文件已保存完整后重新上传。");
        }
        Map<DocumentKind, Document> documents = new EnumMap<>(DocumentKind.class);
        documents.putAll(rows.files(row.id()));
        documents.put(kind, document);
        Draft draft = row.draft();
        editing.checkAgain(batch, row, draft.registration(), documents, draft.rulingRequest(), me);
        record(me, "enrolment.row-file-replaced", row, Map.of("kind", kind.name()));
    }

    /** Asks a person to rule although no clause holds (decisions §3). */
    void requestRuling(Batch batch, UUID rowId, int version, @Nullable String reason, CurrentAccount me) {
        BatchRow row = editing.editable(batch, rowId, version);
        editing.checkAgain(batch, row, row.draft().registration(), rows.files(row.id()), reason, me);
        record(me, "enrolment.ruling-requested", row, Map.of("asked", reason != null));
    }

    void remove(Batch batch, UUID rowId, int version, CurrentAccount me) {
        BatchRow row = editing.editable(batch, rowId, version);
        rows.stage(List.of(row.id()), Stage.REMOVED);
        dependents.release(batch, Set.of(row.id()));
        record(me, "enrolment.row-removed", row, Map.of());
    }

    private static Problem tooLarge() {
        return Problem.of(EnrolmentError.UPLOAD_TOO_LARGE, "单份材料不能超过 " + (MAX_FILE >> 20) + " MB。请压缩后重新上传。已保存的内容没有变化。");
    }

    private void record(CurrentAccount me, String action, BatchRow row, Map<String, ?> details) {
        trail.record(me.actor(), action, "batch-row", row.id(), details);
    }
}
