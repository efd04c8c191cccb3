package io.tanshi.enrolment.review;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.Ruling;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.review.Decision.Content;
import io.tanshi.enrolment.review.Decision.Kind;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer's acts. Of two who decide on the same state exactly one is heard. */
@Service
@Transactional
class ReviewDesk {

    private final ApplicationDesk applications;
    private final DecisionDesk decisions;
    private final Dossiers dossiers;
    private final Claims claims;
    private final Escalations escalations;
    private final People people;
    private final AuditTrail trail;

    ReviewDesk(
            ApplicationDesk applications,
            DecisionDesk decisions,
            Dossiers dossiers,
            Claims claims,
            Escalations escalations,
            People people,
            AuditTrail trail) {
        this.applications = applications;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.claims = claims;
        this.escalations = escalations;
        this.people = people;
        this.trail = trail;
    }

    void approve(ApplicationId id, int version, @Nullable Integer clause, @Nullable String reason, CurrentAccount me) {
        requireFree(id, version, me);
        Ruling ruling = ruling(id, clause, reason);
        Dossier on = applications.approvable(id, version, ruling);
        decide(on, Kind.APPROVE, new Content(ruling, List.of(), null), me, null);
    }

    /** One of a set that is approved together. */
    void approveOfBulk(Dossier seen, UUID bulk, CurrentAccount me) {
        requireFree(seen.id(), seen.version(), me);
        Dossier on = applications.approvable(seen.id(), seen.version(), null);
        decide(on, Kind.APPROVE, new Content(null, List.of(), null), me, bulk);
    }

    void recordBulk(UUID bulk, Map<String, ?> details, CurrentAccount me) {
        trail.record(me.actor(), "enrolment.bulk-approved", "bulk", bulk, details);
    }

    void sendBack(ApplicationId id, int version, List<ReturnNote> notes, CurrentAccount me) {
        requireFree(id, version, me);
        Dossier on = applications.returnable(id, version, notes);
        decide(on, Kind.RETURN, new Content(null, notes, null), me, null);
    }

    void reject(ApplicationId id, int version, String words, CurrentAccount me) {
        requireFree(id, version, me);
        Dossier on = applications.rejectable(id, version, words);
        decide(on, Kind.REJECT, new Content(null, List.of(), words), me, null);
    }

    private void decide(Dossier on, Kind kind, Content content, CurrentAccount me, @Nullable UUID bulk) {
        decisions.decide(on, kind, content, me, bulk);
        claims.release(on.id(), me);
    }

    /** Takes a decision back that is not in effect yet, and takes the application again. */
    void undo(ApplicationId id, CurrentAccount me) {
        decisions.undo(id, me);
        claims.take(id, me);
    }

    /** Leaves an application to a colleague. */
    void escalate(ApplicationId id, int version, String words, CurrentAccount me) {
        requireFree(id, version, me);
        if (words.isBlank()) {
            throw Problem.of(EnrolmentError.ESCALATION_WITHOUT_REASON, "上报须写明请同事看什么。")
                    .field("words", "请写明请同事看什么");
        }
        applications.rejectable(id, version, words);
        escalations.escalate(id, words.strip(), me);
        claims.release(id, me);
    }

    private @Nullable Ruling ruling(ApplicationId id, @Nullable Integer clause, @Nullable String reason) {
        if (clause == null) {
            return null;
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.of(EnrolmentError.RULING_WITHOUT_REASON, "裁定须写明理由，以后同类情况会参照。")
                    .field("reason", "请写明理由");
        }
        Dossier dossier = get(id);
        String major = dossier.registration().text(Column.MAJOR);
        return new Ruling(clause, "专业：" + major, reason.strip());
    }

    /** @throws Problem when another reviewer has the application */
    Claims.Claim claim(ApplicationId id, CurrentAccount me) {
        decisions.requireUndecided(id, get(id).version(), me);
        Claims.Claim claim = claims.take(id, me);
        if (!claim.isOf(me)) {
            throw claimed(claim);
        }
        return claim;
    }

    /** The clear number, on record with the reason. */
    String reveal(ApplicationId id, String reason, CurrentAccount me) {
        Dossier dossier = get(id);
        trail.record(me.actor(), "enrolment.id-number-shown", "application", id, Map.of("reason", reason));
        return people.idNumberMatches(dossier.person(), dossier.registration().documentNumber())
                ? people.revealIdNumber(dossier.person(), me.actor(), reason)
                : dossier.registration().documentNumber();
    }

    private Dossier get(ApplicationId id) {
        return dossiers.find(id).orElseThrow(() -> Problem.notFound("这份报名"));
    }

    private void requireFree(ApplicationId id, int version, CurrentAccount me) {
        decisions.requireUndecided(id, version, me);
        claims.of(id).filter(claim -> !claim.isOf(me)).ifPresent(claim -> {
            throw claimed(claim);
        });
    }

    private static Problem claimed(Claims.Claim claim) {
        return Problem.of(
                EnrolmentError.CLAIMED_BY_OTHER, claim.name() + " 正在审核这一件，你的决定没有写入。你填写的文字仍在本页；等对方释放或 15 分钟后认领过期再处理。");
    }
}
