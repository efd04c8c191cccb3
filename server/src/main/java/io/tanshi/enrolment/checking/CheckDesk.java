package io.tanshi.enrolment.checking;

import static io.tanshi.enrolment.jooq.Tables.CANDIDATE_UPLOAD;
import static io.tanshi.enrolment.jooq.Tables.DATA_CONFIRMATION;
import static io.tanshi.enrolment.jooq.Tables.DATA_REPORT;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of the candidate's check, and the institution's answers; each one transaction with its audit entry. */
@Service
@Transactional
public class CheckDesk {

    private final DSLContext db;
    private final DataChecks checks;
    private final Dossiers dossiers;
    private final Sealed sealed;
    private final AuditTrail trail;
    private final Clock clock;

    CheckDesk(DSLContext db, DataChecks checks, Dossiers dossiers, Sealed sealed, AuditTrail trail, Clock clock) {
        this.db = db;
        this.checks = checks;
        this.dossiers = dossiers;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param seen the digest of what was on the candidate's screen; nobody confirms what has just been changed */
    public void confirm(Dossier dossier, String seen, Actor by) {
        String digest = checkable(dossier);
        if (!digest.equals(seen)) {
            throw Problem.of(EnrolmentError.ROW_CHANGED, "机构刚刚改动了你的报名信息。请刷新，看过新的内容再确认。");
        }
        if (checks.reports(dossier.id()).stream().anyMatch(Report::isPending)) {
            throw Problem.of(EnrolmentError.REPORTS_PENDING, "你报告的问题还没有答复。请等机构答复，或先撤回你的报告，再确认。");
        }
        int confirmed = db.insertInto(DATA_CONFIRMATION)
                .set(DATA_CONFIRMATION.ID, Ids.next())
                .set(DATA_CONFIRMATION.APPLICATION_ID, dossier.id().value())
                .set(DATA_CONFIRMATION.DIGEST, HexFormat.of().parseHex(digest))
                .set(DATA_CONFIRMATION.CONFIRMED_AT, now())
                .onConflictDoNothing()
                .execute();
        if (confirmed == 1) {
            record(by, "enrolment.data-confirmed", dossier, Map.of());
        }
    }

    /** The same thing reported again takes the place of the words before. */
    public void report(Dossier dossier, Subject subject, String words, Actor by) {
        String digest = checkable(dossier);
        if (checks.confirmedAt(dossier.id(), digest).isPresent()) {
            throw Problem.of(EnrolmentError.CHECK_CONFIRMED, "你已确认这份报名信息无误。还要更正请直接联系你的培训机构。");
        }
        takeBackPending(dossier, subject);
        UUID id = Ids.next();
        db.insertInto(DATA_REPORT)
                .set(DATA_REPORT.ID, id)
                .set(DATA_REPORT.APPLICATION_ID, dossier.id().value())
                .set(DATA_REPORT.SUBJECT, subject.code())
                .set(DATA_REPORT.STATE, Report.State.OPEN.name())
                .set(DATA_REPORT.WORDS_CIPHER, sealed.seal(words, DataChecks.place(id)))
                .set(DATA_REPORT.REPORTED_AT, now())
                .execute();
        record(by, "enrolment.data-reported", dossier, Map.of("subject", subject.code()));
    }

    private void takeBackPending(Dossier dossier, Subject subject) {
        db.update(DATA_REPORT)
                .set(DATA_REPORT.STATE, Report.State.TAKEN_BACK.name())
                .where(DATA_REPORT.APPLICATION_ID.eq(dossier.id().value()))
                .and(DATA_REPORT.SUBJECT.eq(subject.code()))
                .and(DATA_REPORT.STATE.in(Report.State.OPEN.name(), Report.State.FORWARDED.name()))
                .execute();
    }

    public void takeBack(Dossier dossier, UUID id, Actor by) {
        Report report = pending(dossier, id);
        takeBackPending(dossier, report.subject());
        record(
                by,
                "enrolment.data-report-taken-back",
                dossier,
                Map.of("subject", report.subject().code()));
    }

    /** The institution's answer, whether it changed something or explains why not. */
    public void answer(Dossier dossier, UUID id, String words, Actor by) {
        reply(dossier, pending(dossier, id), Report.State.ANSWERED, words, by);
        record(by, "enrolment.data-report-answered", dossier, Map.of());
    }

    /** While a reviewer has the application the institution cannot change it; it can tell the reviewer. */
    public void forward(Dossier dossier, UUID id, String words, Actor by) {
        if (dossier.state() != ApplicationState.PENDING) {
            throw Problem.of(
                    EnrolmentError.NOT_IN_STATE, "这份报名现在是“" + dossier.state().label() + "”，不在审核员手里。请直接改正或答复考生。");
        }
        reply(dossier, pending(dossier, id), Report.State.FORWARDED, words, by);
        record(by, "enrolment.data-report-forwarded", dossier, Map.of());
    }

    private void reply(Dossier dossier, Report report, Report.State state, String words, Actor by) {
        int updated = db.update(DATA_REPORT)
                .set(DATA_REPORT.STATE, state.name())
                .set(DATA_REPORT.ANSWER_CIPHER, sealed.seal(words, DataChecks.place(report.id())))
                .set(DATA_REPORT.ANSWERED_AT, now())
                .set(DATA_REPORT.ANSWERED_BY, by.label())
                .where(DATA_REPORT.ID.eq(report.id()))
                .and(DATA_REPORT.APPLICATION_ID.eq(dossier.id().value()))
                .and(DATA_REPORT.STATE.eq(report.state().name()))
                .execute();
        if (updated == 0) {
            throw answeredMeanwhile();
        }
    }

    /** Notes that the paper now in force came from the candidate. */
    public void uploaded(Dossier dossier, Document document, Actor by) {
        db.insertInto(CANDIDATE_UPLOAD)
                .set(CANDIDATE_UPLOAD.ID, Ids.next())
                .set(CANDIDATE_UPLOAD.APPLICATION_ID, dossier.id().value())
                .set(CANDIDATE_UPLOAD.KIND, document.kind().name())
                .set(CANDIDATE_UPLOAD.SHA256, document.sha256())
                .set(CANDIDATE_UPLOAD.UPLOADED_AT, now())
                .execute();
        record(
                by,
                "enrolment.paper-sent-by-candidate",
                dossier,
                Map.of("kind", document.kind().name()));
    }

    private Report pending(Dossier dossier, UUID id) {
        Report report = checks.report(dossier.id(), id).orElseThrow(() -> Problem.notFound("这条报告"));
        if (!report.isPending()) {
            throw answeredMeanwhile();
        }
        return report;
    }

    private static Problem answeredMeanwhile() {
        return Problem.of(EnrolmentError.DECIDED_MEANWHILE, "这条报告刚刚已被处理。请刷新查看最新状态。");
    }

    private String checkable(Dossier dossier) {
        if (!dossier.state().isLive()) {
            throw Problem.of(
                    EnrolmentError.NOT_IN_STATE, "这份报名现在是“" + dossier.state().label() + "”，不再核对。");
        }
        return checks.digest(dossier, dossiers.documents(dossier.id()));
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }

    private void record(Actor by, String action, Dossier dossier, Map<String, ?> details) {
        trail.record(by, action, "application", dossier.id(), details);
    }
}
