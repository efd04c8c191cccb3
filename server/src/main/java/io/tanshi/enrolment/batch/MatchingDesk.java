package io.tanshi.enrolment.batch;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whose a file is: from the tray to a row, from one row to another, from a row back to the tray. A file that has to
 * make room goes to the tray; none is lost.
 */
@Service
@Transactional
class MatchingDesk {

    private final RowEditing editing;
    private final RowStore rows;
    private final LooseStore loose;
    private final AuditTrail trail;

    MatchingDesk(RowEditing editing, RowStore rows, LooseStore loose, AuditTrail trail) {
        this.editing = editing;
        this.rows = rows;
        this.loose = loose;
        this.trail = trail;
    }

    /** A place for a document, as the caller has seen it. */
    record Place(UUID row, int version, DocumentKind kind) {}

    void assign(Batch batch, UUID looseId, Place to, CurrentAccount me) {
        BatchRow row = editing.editable(batch, to.row(), to.version());
        LooseFile file = loose.get(batch.id(), looseId);
        loose.remove(file.id());
        Map<DocumentKind, Document> files = files(row);
        makeRoom(row, files.put(to.kind(), file.as(to.kind())));
        check(batch, row, files, me);
        record(me, "enrolment.file-assigned", row, Map.of("kind", to.kind().name()));
    }

    void move(Batch batch, Place from, Place to, CurrentAccount me) {
        BatchRow source = editing.editable(batch, from.row(), from.version());
        BatchRow target = editing.editable(batch, to.row(), to.version());
        Map<DocumentKind, Document> left = files(source);
        Document document = present(left.remove(from.kind()));
        boolean within = source.id().equals(target.id());
        Map<DocumentKind, Document> files = within ? left : files(target);
        makeRoom(target, files.put(to.kind(), as(document, to.kind())));
        if (!within) {
            check(batch, source, left, me);
        }
        // The check of the source may have freed the target of a problem that both had.
        check(batch, rows.row(batch.id(), target.id()), files, me);
        record(
                me,
                "enrolment.file-moved",
                target,
                Map.of(
                        "from",
                        source.id().toString(),
                        "kind",
                        from.kind().name(),
                        "as",
                        to.kind().name()));
    }

    /** Takes a document out of its row; it waits in the tray for a person to say whose it is. */
    void takeOut(Batch batch, Place from, CurrentAccount me) {
        BatchRow row = editing.editable(batch, from.row(), from.version());
        Map<DocumentKind, Document> left = files(row);
        Document document = present(left.remove(from.kind()));
        loose.insert(LooseFile.takenFrom(row, document, LooseFile.Reason.TAKEN_OUT));
        check(batch, row, left, me);
        record(me, "enrolment.file-taken-out", row, Map.of("kind", from.kind().name()));
    }

    private void makeRoom(BatchRow row, @Nullable Document before) {
        if (before != null) {
            loose.insert(LooseFile.takenFrom(row, before, LooseFile.Reason.REPLACED));
        }
    }

    private Map<DocumentKind, Document> files(BatchRow row) {
        Map<DocumentKind, Document> files = new EnumMap<>(DocumentKind.class);
        files.putAll(rows.files(row.id()));
        return files;
    }

    private static Document present(@Nullable Document document) {
        if (document == null) {
            throw Problem.notFound("这份材料");
        }
        return document;
    }

    private static Document as(Document document, DocumentKind kind) {
        return new Document(kind, document.fileId(), document.sha256(), document.mediaType(), document.size());
    }

    private void check(Batch batch, BatchRow row, Map<DocumentKind, Document> files, CurrentAccount me) {
        Draft draft = row.draft();
        editing.checkAgain(batch, row, draft.registration(), files, draft.rulingRequest(), me);
    }

    private void record(CurrentAccount me, String action, BatchRow row, Map<String, ?> details) {
        trail.record(me.actor(), action, "batch-row", row.id(), details);
    }
}
