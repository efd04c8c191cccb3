package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.programme.SittingConditionsChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Checks the rows again that were not submitted yet when their sitting is given other conditions or asks for other papers. */
@Component
class RowsUnderNewConditions {

    private final BatchStore batches;
    private final RowStore rows;
    private final Dependents dependents;

    RowsUnderNewConditions(BatchStore batches, RowStore rows, Dependents dependents) {
        this.batches = batches;
        this.rows = rows;
        this.dependents = dependents;
    }

    @ApplicationModuleListener
    void on(SittingConditionsChanged changed) {
        for (Batch batch : batches.ofSitting(changed.sittingId())) {
            batches.lock(batch.id());
            List<UUID> open = rows.rows(batch.id(), Set.of(Stage.CURRENT)).stream()
                    .map(BatchRow::id)
                    .toList();
            open.forEach(id -> checkAgain(batch, rows.row(batch.id(), id)));
        }
    }

    private void checkAgain(Batch batch, BatchRow row) {
        Map<DocumentKind, Document> files = rows.files(row.id());
        BatchRow again = row.placed(dependents.checked(
                batch, row.id(), row.draft().registration(), files, row.draft().rulingRequest()));
        rows.update(again, files.values(), null);
    }
}
