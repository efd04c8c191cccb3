package io.tanshi.enrolment.batch;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.Correction;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.NewApplication;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.platform.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands every row that has no problem to the reviewers, all in one transaction; pressing twice changes nothing. */
@Service
@Transactional
class Submission {

    private final BatchStore batches;
    private final RowStore rows;
    private final RowStanding standing;
    private final ApplicationDesk desk;
    private final Dossiers dossiers;
    private final AuditTrail trail;

    Submission(
            BatchStore batches,
            RowStore rows,
            RowStanding standing,
            ApplicationDesk desk,
            Dossiers dossiers,
            AuditTrail trail) {
        this.batches = batches;
        this.rows = rows;
        this.standing = standing;
        this.desk = desk;
        this.dossiers = dossiers;
        this.trail = trail;
    }

    /** What a submission has done, in rows. */
    record Outcome(int submitted, int updated, int skipped, int blocked) {}

    Outcome submit(Batch batch, Actor by) {
        batches.lock(batch.id());
        List<BatchRow> current = rows.rows(batch.id(), Set.of(Stage.CURRENT));
        List<BatchRow> ready =
                current.stream().filter(row -> row.draft().isReady()).toList();
        if (ready.isEmpty()) {
            throw Problem.of(EnrolmentError.NOTHING_TO_SUBMIT, "这个批次没有可提交的行。请先改正被阻断的行，或上传新的材料。");
        }
        Map<UUID, Map<DocumentKind, Document>> files =
                rows.files(ready.stream().map(BatchRow::id).toList());
        int[] done = new int[3];
        for (BatchRow row : ready) {
            Map<DocumentKind, Document> own = files.getOrDefault(row.id(), Map.of());
            done[submit(batch, row, own, by)]++;
        }
        Outcome outcome = new Outcome(done[0], done[1], done[2], current.size() - ready.size());
        trail.record(
                by,
                "enrolment.batch-submitted",
                "batch",
                batch.id(),
                Map.of("submitted", outcome.submitted(), "updated", outcome.updated(), "blocked", outcome.blocked()));
        return outcome;
    }

    /** The index of the figure that the row counts for. Somebody may have registered the person since the check. */
    private int submit(Batch batch, BatchRow row, Map<DocumentKind, Document> files, Actor by) {
        RowStanding.Placed now = standing.beside(batch, row.draft(), files);
        if (now.stage() != Stage.CURRENT || !now.draft().isReady()) {
            rows.stage(List.of(row.id()), Stage.SKIPPED);
            return 2;
        }
        if (now.updates() != null) {
            rows.submitted(row.id(), update(now.updates(), row.draft(), files.values(), by));
            return 1;
        }
        Draft draft = row.draft();
        ApplicationId id = desk.submit(
                new NewApplication(
                        batch.institution(),
                        batch.sitting(),
                        batch.id(),
                        draft.registration(),
                        List.copyOf(files.values()),
                        draft.ruleSet(),
                        draft.verdict(),
                        draft.clause(),
                        draft.rulingRequest()),
                by);
        rows.submitted(row.id(), id);
        return 0;
    }

    private ApplicationId update(ApplicationId id, Draft draft, Collection<Document> files, Actor by) {
        Dossier dossier = dossiers.find(id).orElseThrow();
        desk.correct(
                id,
                dossier.version(),
                new Correction(draft.registration(), files, draft.ruleSet(), draft.verdict(), draft.clause()),
                by);
        desk.resubmit(id, dossier.version() + 1, by);
        return id;
    }
}
