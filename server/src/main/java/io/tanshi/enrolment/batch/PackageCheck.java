package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchListener;
import io.tanshi.enrolment.intake.BatchSummary;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.Delivery;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.files.Files;
import io.tanshi.kernel.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run over one upload. Each row with files is stored in a transaction that brings no other files, those without
 * some at a time, and none counts for anything until the last one: then all of them enter the batch together.
 */
final class PackageCheck {

    /** The stores and the one-row check, the same for every run. */
    record Tools(
            RowStore rows,
            LooseShelf loose,
            Files files,
            RowCheck rowCheck,
            RowStanding standing,
            TransactionTemplate transactions) {}

    private static final Set<String> OF_OTHER_ROWS = Set.of("duplicate-in-batch", "photo-shared");

    /** Rows without files are few bytes each: what is asked of the database costs more than they do. */
    private static final int MOST_WAITING = 500;

    private final Tools tools;
    private final Batch batch;
    private final Upload upload;
    private final BatchTerms terms;
    private final EarlierRows earlier = new EarlierRows();
    private final Map<UUID, Stage> places = new HashMap<>();
    private final List<UUID> inOrder = new ArrayList<>();
    /** The rows of earlier uploads with those that take their place. */
    private final Map<UUID, UUID> successors = new LinkedHashMap<>();

    private final List<RowReport> waiting = new ArrayList<>();

    PackageCheck(Tools tools, Batch batch, Upload upload, BatchTerms terms) {
        this.tools = tools;
        this.batch = batch;
        this.upload = upload;
        this.terms = terms;
        tools.rows().each(batch.id(), Set.of(Stage.CURRENT, Stage.SKIPPED), earlier::add);
    }

    /** Hears how the run goes; whatever it throws ends the run. */
    interface Progress {

        /** How many rows there are, before the first is stored. */
        void rows(int total);

        /** How many photos and papers there are. */
        default void files(int total) {}

        /** A row is checked, or some are about to be stored: no transaction is under way. */
        void row();

        /** So many photos and papers of a row are stored. */
        default void stored(int files) {}
    }

    BatchSummary run(Delivery delivery, PackageLimits limits, Progress progress) throws IOException {
        PackageReader reader = delivery.reader();
        BatchSummary summary = new BatchCheck(terms, limits).run(delivery, new BatchListener() {
            @Override
            public void begins(int rows, int files) {
                progress.rows(rows);
                progress.files(files);
            }

            @Override
            public void checked(RowReport row, int done, int total) {
                progress.row();
                store(row, done == total, reader, progress);
                progress.stored(row.files().count());
            }
        });
        return keepLoose(summary, reader);
    }

    /** Files that belong to no row are kept too, for a person to say whose they are. */
    private BatchSummary keepLoose(BatchSummary summary, PackageReader reader) {
        return tools.loose()
                .keep(
                        batch,
                        upload.id(),
                        summary.loose(),
                        inOrder,
                        entry -> reader.stream(entry.entry()),
                        tools.transactions())
                .map(summary::with)
                .orElse(summary);
    }

    private void store(RowReport row, boolean last, PackageReader reader, Progress progress) {
        waiting.add(row);
        if (last || waiting.size() == MOST_WAITING || hasFiles(row)) {
            Block block = Objects.requireNonNull(tools.transactions().execute(_ -> new Block(reader)));
            while (!block.isStored()) {
                progress.row();
                tools.transactions().executeWithoutResult(_ -> block.storeNext());
            }
            waiting.clear();
        }
    }

    private static boolean hasFiles(RowReport row) {
        return row.files().photo() != null || !row.files().papers().isEmpty();
    }

    /** A row on its way into the batch, and the earlier rows of the same person. */
    private record Incoming(RowReport report, Draft draft, List<EarlierRows.Earlier> before) {

        String number() {
            return draft.registration().documentNumber();
        }

        boolean isDuplicate() {
            return report.problems().stream().anyMatch(problem -> problem.code().equals("duplicate-in-batch"));
        }
    }

    private Incoming incoming(RowReport report) {
        Draft draft = Draft.of(report, terms.ruleSet().code());
        return new Incoming(report, draft, earlier.replacedBy(draft.registration()));
    }

    /** The rows that wait: what is asked of the database for one of them is asked for all, and so is what is written. */
    private final class Block {

        private final PackageReader reader;
        private final Deque<Incoming> rows = new ArrayDeque<>(
                waiting.stream().map(PackageCheck.this::incoming).toList());
        private final RowStanding.OnRecord onRecord = tools.standing()
                .onRecord(batch, rows.stream().map(Incoming::number).toList());
        private final Map<UUID, Map<DocumentKind, Document>> earlierFiles = tools.rows()
                .files(rows.stream()
                        .flatMap(row -> row.before().stream().limit(1))
                        .map(EarlierRows.Earlier::id)
                        .toList());
        private final List<RowStore.NewRow> ready = new ArrayList<>();
        private boolean checkedAgain;

        Block(PackageReader reader) {
            this.reader = reader;
        }

        boolean isStored() {
            return rows.isEmpty();
        }

        /** All of them, or up to one that has to be checked again: that takes a while, and what is stored is to be seen. */
        void storeNext() {
            checkedAgain = false;
            while (!rows.isEmpty() && !checkedAgain) {
                prepare(rows.remove());
            }
            write();
        }

        private void write() {
            tools.rows().insert(ready);
            ready.clear();
        }

        private void prepare(Incoming incoming) {
            List<DocumentKind> damaged = new ArrayList<>();
            Map<DocumentKind, Document> files = PackageCheck.this.store(incoming.report(), reader, damaged);
            Draft draft = withKnownFiles(incoming, withDamaged(incoming.draft(), damaged), files);
            RowStanding.Placed placed = tools.standing().beside(batch, draft, files, onRecord);
            BatchRow row = new BatchRow(
                    Ids.next(),
                    batch.id(),
                    upload.id(),
                    incoming.report().row(),
                    Stage.CHECKING,
                    placed.draft(),
                    placed.updates(),
                    null,
                    1);
            ready.add(new RowStore.NewRow(row, files.values()));
            places.put(row.id(), placed.stage());
            inOrder.add(row.id());
            incoming.before().forEach(old -> successors.put(old.id(), row.id()));
        }

        private Draft withKnownFiles(Incoming incoming, Draft draft, Map<DocumentKind, Document> files) {
            if (incoming.before().isEmpty()) {
                return withReturnedFiles(draft, files);
            }
            return incoming.isDuplicate() ? draft : withEarlierFiles(draft, files, incoming.before());
        }

        /** Papers that an earlier upload brought are used again; then the row is checked with all of them. */
        private Draft withEarlierFiles(
                Draft draft, Map<DocumentKind, Document> files, List<EarlierRows.Earlier> before) {
            Map<DocumentKind, Document> known =
                    earlierFiles.getOrDefault(before.getFirst().id(), Map.of());
            if (files.keySet().containsAll(known.keySet())) {
                return draft.withRulingRequest(before.getFirst().rulingRequest());
            }
            known.forEach(files::putIfAbsent);
            RowReport again = checkAgain(draft, files);
            List<UUID> leftOut = new ArrayList<>(successors.keySet());
            before.forEach(row -> leftOut.add(row.id()));
            Draft checked = Draft.of(again, draft.ruleSet())
                    .withRulingRequest(before.getFirst().rulingRequest());
            for (RowProblem problem : draft.problems()) {
                if (OF_OTHER_ROWS.contains(problem.code())) {
                    checked = checked.withProblem(problem);
                }
            }
            // It is compared with the rows that are stored: those before it have to be among them.
            write();
            return tools.standing().besideOthers(batch, checked, files, leftOut);
        }

        /** A form alone corrects somebody who was sent back: the reviewers have the papers already. */
        private Draft withReturnedFiles(Draft draft, Map<DocumentKind, Document> files) {
            Map<DocumentKind, Document> known =
                    tools.standing().returned(batch, draft.registration().documentNumber(), onRecord);
            if (files.keySet().containsAll(known.keySet())) {
                return draft;
            }
            known.forEach(files::putIfAbsent);
            return Draft.of(checkAgain(draft, files), draft.ruleSet());
        }

        private RowReport checkAgain(Draft draft, Map<DocumentKind, Document> files) {
            checkedAgain = true;
            return tools.rowCheck().check(draft.registration(), files.values(), terms);
        }
    }

    /** Stores the files of a row; those that turn out damaged are left out and named. */
    private Map<DocumentKind, Document> store(RowReport report, PackageReader reader, List<DocumentKind> damaged) {
        Map<DocumentKind, Document> documents = new EnumMap<>(DocumentKind.class);
        Map<String, Document> stored = new HashMap<>();
        Map<DocumentKind, PackageEntry> entries = new EnumMap<>(DocumentKind.class);
        report.files().papers().forEach((material, entry) -> entries.put(DocumentKind.of(material), entry));
        if (report.files().photo() != null) {
            entries.put(DocumentKind.PHOTO, report.files().photo());
        }
        entries.forEach((kind, entry) -> {
            try {
                // Both sides of the identity card may lie in one file: it is kept once.
                Document same = stored.get(entry.path());
                Document document = same != null
                        ? new Document(kind, same.fileId(), same.sha256(), same.mediaType(), same.size())
                        : Document.of(kind, tools.files().store(reader.stream(entry)));
                stored.put(entry.path(), document);
                documents.put(kind, document);
            } catch (PackageRefusedException e) {
                throw new UncheckedIOException(e);
            } catch (IOException _) {
                damaged.add(kind);
            }
        });
        return documents;
    }

    private static Draft withDamaged(Draft draft, List<DocumentKind> damaged) {
        Draft result = draft;
        for (DocumentKind kind : damaged) {
            if (kind != DocumentKind.PHOTO) {
                result = result.withProblem(RowProblem.damagedPaper(kind.fileName()));
            }
        }
        return result;
    }

    /** Rows of people who are registered already and that say nothing new. */
    int skipped() {
        return (int)
                places.values().stream().filter(stage -> stage != Stage.CURRENT).count();
    }

    /** Lets all rows of the upload enter the batch; runs in the caller's transaction. */
    void enter() {
        tools.loose().enter(upload.id(), successors);
        tools.rows().stage(successors.keySet(), Stage.REPLACED);
        for (Stage stage : Set.of(Stage.CURRENT, Stage.SKIPPED, Stage.REPLACED)) {
            List<UUID> ids = places.entrySet().stream()
                    .filter(place -> place.getValue() == stage)
                    .map(Map.Entry::getKey)
                    .toList();
            tools.rows().stage(ids, stage);
        }
    }
}
