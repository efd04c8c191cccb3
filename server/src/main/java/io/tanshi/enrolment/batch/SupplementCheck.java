package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.BatchSummary;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.MatchedFiles;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.Supplement;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.files.Files;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Photos and papers without a form for a batch that has its rows: each goes to the row that lacks it or whose own is not in
 * order, and that row is checked again. One transaction for each row: a run that was broken off goes on with what is lacking
 * still.
 */
final class SupplementCheck {

    private final RowStore rows;
    private final Files files;
    private final Dependents dependents;
    private final TransactionTemplate transactions;
    private final Batch batch;
    private final BatchTerms terms;
    private final Set<UUID> changed = new HashSet<>();
    private final List<PackageEntry> used = new ArrayList<>();
    private int ready;

    SupplementCheck(
            RowStore rows,
            Files files,
            Dependents dependents,
            TransactionTemplate transactions,
            Batch batch,
            BatchTerms terms) {
        this.rows = rows;
        this.files = files;
        this.dependents = dependents;
        this.transactions = transactions;
        this.batch = batch;
        this.terms = terms;
    }

    BatchSummary run(PackageReader reader, PackageCheck.Progress progress) {
        List<BatchRow> current = rows.rows(batch.id(), Set.of(Stage.CURRENT));
        Supplement supplement = new Supplement(
                current.stream()
                        .map(row -> row.draft().registration().formRow())
                        .toList(),
                reader,
                terms.asOf());
        List<MatchedFiles> matches = supplement.matches();
        progress.files(matches.stream().mapToInt(MatchedFiles::count).sum());
        for (int i = 0; i < current.size(); i++) {
            progress.row();
            BatchRow row = current.get(i);
            Map<DocumentKind, PackageEntry> wanted = wanted(row, matches.get(i));
            if (!wanted.isEmpty()) {
                transactions.executeWithoutResult(_ -> complete(row, wanted, reader));
            }
            progress.stored(matches.get(i).count());
        }
        List<Notice> notices = new ArrayList<>(List.of(summary()));
        notices.addAll(supplement.unused(used));
        return new BatchSummary(changed.size(), ready, null, found(matches), notices, List.of());
    }

    /** The rows that have got something. */
    Set<UUID> changed() {
        return changed;
    }

    private Notice summary() {
        return new Notice(
                null,
                "supplement",
                changed.isEmpty()
                        ? "补充的文件没有一份对得上缺材料的行。"
                        : "补充材料：" + changed.size() + " 行补上了 " + used.size() + " 份文件并重新检查，其中 " + ready + " 行现在可提交。");
    }

    private static int found(List<MatchedFiles> matches) {
        return (int) matches.stream().filter(match -> match.photo() != null).count();
    }

    /** What of the matched files the row has not, or has and fails by. */
    private Map<DocumentKind, PackageEntry> wanted(BatchRow row, MatchedFiles match) {
        Map<DocumentKind, Document> there = rows.files(row.id());
        Map<DocumentKind, PackageEntry> wanted = new EnumMap<>(DocumentKind.class);
        match.papers().forEach((material, entry) -> {
            DocumentKind kind = DocumentKind.of(material);
            if (!there.containsKey(kind) || row.draft().codes().contains("material-missing:" + material.label())) {
                wanted.put(kind, entry);
            }
        });
        PackageEntry photo = match.photo();
        boolean lacksPhoto = !there.containsKey(DocumentKind.PHOTO)
                || row.draft().codes().stream().anyMatch(code -> code.startsWith("photo-"));
        if (photo != null && lacksPhoto) {
            wanted.put(DocumentKind.PHOTO, photo);
        }
        return wanted;
    }

    private void complete(BatchRow row, Map<DocumentKind, PackageEntry> wanted, PackageReader reader) {
        Map<DocumentKind, Document> all = new EnumMap<>(DocumentKind.class);
        all.putAll(rows.files(row.id()));
        List<Document> added = new ArrayList<>();
        wanted.forEach((kind, entry) -> {
            try {
                added.add(Document.of(kind, files.store(reader.stream(entry))));
                used.add(entry);
            } catch (IOException _) {
                // A damaged file does not make the row better; it is named among those that were of no use.
            }
        });
        if (added.isEmpty()) {
            return;
        }
        added.forEach(document -> all.put(document.kind(), document));
        Registration registration = row.draft().registration();
        RowStanding.Placed placed = dependents.checked(
                batch, row.id(), registration, all, row.draft().rulingRequest());
        rows.update(row.placed(placed), all.values(), null);
        changed.add(row.id());
        ready += placed.draft().isReady() ? 1 : 0;
    }
}
