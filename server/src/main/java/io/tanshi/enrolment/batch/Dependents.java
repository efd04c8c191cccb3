package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.BatchTerms;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks single rows beside the others of their batch, and those again that were blocked only because of another. */
@Component
class Dependents {

    private static final Set<String> OF_OTHER_ROWS = Set.of("duplicate-in-batch", "photo-shared");

    private final RowStore rows;
    private final RowCheck check;
    private final RowStanding standing;
    private final Terms terms;

    Dependents(RowStore rows, RowCheck check, RowStanding standing, Terms terms) {
        this.rows = rows;
        this.check = check;
        this.standing = standing;
        this.terms = terms;
    }

    /** What the check says now of a row with these texts and files. */
    RowStanding.Placed checked(
            Batch batch,
            UUID self,
            Registration registration,
            Map<DocumentKind, Document> files,
            @Nullable String ruling) {
        BatchTerms current = terms.of(batch.sitting());
        Draft draft = Draft.of(
                        check.check(registration, files.values(), current),
                        current.ruleSet().code())
                .withRulingRequest(ruling);
        return standing.beside(batch, standing.besideOthers(batch, draft, files, Set.of(self)), files);
    }

    /** Looks again at rows that shared a number or a photo with a row that has changed or gone. */
    void release(Batch batch, Collection<UUID> changed) {
        for (UUID id : rows.withProblem(batch.id(), OF_OTHER_ROWS)) {
            if (!changed.contains(id)) {
                release(batch, rows.row(batch.id(), id));
            }
        }
    }

    private void release(Batch batch, BatchRow row) {
        Map<DocumentKind, Document> files = rows.files(row.id());
        Draft alone = row.draft().without(OF_OTHER_ROWS);
        Draft beside = standing.besideOthers(batch, alone, files, Set.of(row.id()));
        // The whole check takes a while; most of those who are not alone still are not.
        if (!beside.codes().equals(row.draft().codes())) {
            RowStanding.Placed placed = checked(
                    batch,
                    row.id(),
                    row.draft().registration(),
                    files,
                    row.draft().rulingRequest());
            rows.update(row.placed(placed), files.values(), null);
        }
    }
}
