package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.batch.DryRunViews.DryRunGroup;
import io.tanshi.enrolment.batch.DryRunViews.DryRunRow;
import io.tanshi.enrolment.batch.DryRunViews.DryRunView;
import io.tanshi.enrolment.batch.DryRunViews.FieldChange;
import io.tanshi.enrolment.batch.DryRunViews.LearningView;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.kernel.PhoneNumber;
import io.tanshi.kernel.ResidentId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sittings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes through a batch as a submission would, and writes nothing. */
@Component
@Transactional(readOnly = true)
class DryRun {

    /** As many rows of one fate as a page shows. */
    private static final int SHOWN = 500;

    private final CheckRunner.Stores stores;
    private final RowStanding standing;
    private final Dossiers dossiers;
    private final LearningOutlooks learning;
    private final Sittings sittings;
    private final SharedNumbers sharedNumbers;

    DryRun(
            CheckRunner.Stores stores,
            RowStanding standing,
            Dossiers dossiers,
            LearningOutlooks learning,
            Sittings sittings,
            SharedNumbers sharedNumbers) {
        this.stores = stores;
        this.standing = standing;
        this.dossiers = dossiers;
        this.learning = learning;
        this.sittings = sittings;
        this.sharedNumbers = sharedNumbers;
    }

    /** Rows with the same fate while they are counted. */
    private static final class Group {
        private final List<DryRunRow> first = new ArrayList<>();
        private int rows;

        void add(DryRunRow row) {
            rows++;
            if (first.size() < SHOWN) {
                first.add(row);
            }
        }

        DryRunGroup view() {
            return new DryRunGroup(rows, first);
        }
    }

    /** @throws Problem while a check is running, as its end changes every figure */
    DryRunView of(Batch batch) {
        stores.uploads().requireIdle(batch.id());
        Group fresh = new Group();
        Group updates = new Group();
        Group skipped = new Group();
        Group blocked = new Group();
        SharedNumbers.Files shared = sharedNumbers.of(batch);
        stores.rows().each(batch.id(), Set.of(Stage.CURRENT), row -> {
            RowStanding.Placed placed = row.draft().isReady() ? placed(batch, row) : null;
            if (placed == null || !placed.draft().isReady()) {
                blocked.add(blocked(placed == null ? row : row.placed(placed), shared));
            } else if (placed.stage() != Stage.CURRENT) {
                skipped.add(skipped(row, shared));
            } else if (placed.updates() == null) {
                fresh.add(row(row, shared, List.of(), List.of(), ""));
            } else {
                updates.add(update(row, dossiers.find(placed.updates()).orElseThrow(), shared));
            }
        });
        stores.uploads()
                .latest(batch.id())
                .ifPresent(
                        upload -> stores.rows().skipped(upload.id()).forEach(row -> skipped.add(skipped(row, shared))));
        return new DryRunView(
                fresh.view(),
                updates.view(),
                skipped.view(),
                blocked.view(),
                learning.of(sittings.get(batch.sitting())).map(LearningView::of).orElse(null));
    }

    private RowStanding.Placed placed(Batch batch, BatchRow row) {
        return standing.beside(batch, row.draft(), stores.rows().files(row.id()));
    }

    private static DryRunRow blocked(BatchRow row, SharedNumbers.Files shared) {
        return row(
                row,
                shared,
                List.of(),
                List.of(),
                row.draft().blocking().getFirst().message());
    }

    private static DryRunRow skipped(BatchRow row, SharedNumbers.Files shared) {
        return row(row, shared, List.of(), List.of(), "本考期已经报名，这一行没有新的内容。");
    }

    private DryRunRow update(BatchRow row, Dossier dossier, SharedNumbers.Files shared) {
        Map<DocumentKind, Document> known = dossiers.documents(dossier.id());
        List<String> papers = stores.rows().files(row.id()).values().stream()
                .filter(file -> isNew(file, known.get(file.kind())))
                .map(file -> file.kind().label())
                .toList();
        return row(row, shared, changes(dossier.registration(), row.draft().registration()), papers, "");
    }

    private static boolean isNew(Document file, @Nullable Document before) {
        return before == null || !before.sha256().equals(file.sha256());
    }

    static List<FieldChange> changes(Registration before, Registration after) {
        List<FieldChange> changes = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column != Column.NUMBER && !before.text(column).equals(after.text(column))) {
                changes.add(new FieldChange(
                        column.label(), shown(column, before.text(column)), shown(column, after.text(column))));
            }
        }
        return changes;
    }

    private static String shown(Column column, String text) {
        return switch (column) {
            case DOCUMENT_NUMBER -> ResidentId.mask(text);
            case PHONE -> PhoneNumber.mask(text);
            default -> text;
        };
    }

    private static DryRunRow row(
            BatchRow row, SharedNumbers.Files shared, List<FieldChange> changes, List<String> papers, String words) {
        Draft draft = row.draft();
        Registration registration = draft.registration();
        return new DryRunRow(
                row.id(),
                row.number(),
                RowViews.origin(row, shared),
                registration.name(),
                registration.maskedDocumentNumber(),
                registration.text(Column.LEVEL),
                basis(draft),
                changes,
                papers,
                words);
    }

    private static String basis(Draft draft) {
        if (!draft.clauses().isEmpty()) {
            return "条件 (" + draft.clauses().getFirst() + ")";
        }
        if (draft.rulingRequest() != null) {
            return "申请人工裁定";
        }
        return draft.awaitingRuling().isEmpty()
                ? "—"
                : "专业待裁定 (" + draft.awaitingRuling().getFirst() + ")";
    }
}
