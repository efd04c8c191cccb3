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
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands every row that has no problem to the reviewers, all in one transaction; pressing twice changes nothing. */
@Service
@Transactional
class Submission {

    private final CheckRunner.Stores stores;
    private final RowStanding standing;
    private final ApplicationDesk desk;
    private final Dossiers dossiers;
    private final AuditTrail trail;

    Submission(
            CheckRunner.Stores stores,
            RowStanding standing,
            ApplicationDesk desk,
            Dossiers dossiers,
            AuditTrail trail) {
        this.stores = stores;
        this.standing = standing;
        this.desk = desk;
        this.dossiers = dossiers;
        this.trail = trail;
    }

    /** What a submission has done, in rows. */
    record Outcome(int submitted, int updated, int skipped, int blocked) {}

    Outcome submit(Batch batch, Actor by) {
        stores.batches().lock(batch.id());
        // A check that ends now would take rows out of the batch that have just been submitted.
        stores.uploads().requireIdle(batch.id());
        RowStore rows = stores.rows();
        int blocked = rows.countBlocked(batch.id());
        List<UUID> ready = rows.ready(batch.id());
        if (ready.isEmpty()) {
            throw Problem.of(EnrolmentError.NOTHING_TO_SUBMIT, "这个批次没有可提交的行。请先改正被阻断的行，或上传新的材料。");
        }
        int[] done = new int[3];
        for (UUID id : ready) {
            done[submit(batch, rows.row(batch.id(), id), rows.files(id), by)]++;
        }
        Outcome outcome = new Outcome(done[0], done[1], done[2], blocked);
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
            stores.rows().stage(List.of(row.id()), Stage.SKIPPED);
            return 2;
        }
        if (now.updates() != null) {
            stores.rows().submitted(row.id(), update(now.updates(), row.draft(), files.values(), by));
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
        stores.rows().submitted(row.id(), id);
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
