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
import io.tanshi.enrolment.rulings.MajorPrecedents;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer's acts. Of two who decide on the same state exactly one is heard. */
@Service
@Transactional
class ReviewDesk {

    private final ApplicationDesk applications;
    private final Dossiers dossiers;
    private final Claims claims;
    private final People people;
    private final MajorPrecedents precedents;
    private final AuditTrail trail;

    ReviewDesk(
            ApplicationDesk applications,
            Dossiers dossiers,
            Claims claims,
            People people,
            MajorPrecedents precedents,
            AuditTrail trail) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.claims = claims;
        this.people = people;
        this.precedents = precedents;
        this.trail = trail;
    }

    void approve(ApplicationId id, int version, @Nullable Integer clause, @Nullable String reason, CurrentAccount me) {
        requireNoOther(id, me);
        Dossier dossier = get(id);
        Ruling ruling = clause == null
                ? precedents.applied(dossier).orElse(null)
                : ruling(id, clause, reason);
        applications.approve(id, version, ruling, me.actor());
        if (clause != null && ruling != null) {
            precedents.learn(dossier, ruling, me.actor());
        }
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

    void sendBack(ApplicationId id, int version, List<ReturnNote> notes, CurrentAccount me) {
        requireNoOther(id, me);
        applications.sendBack(id, version, notes, me.actor());
        claims.release(id, me);
    }

    void reject(ApplicationId id, int version, String words, CurrentAccount me) {
        requireNoOther(id, me);
        applications.reject(id, version, words, me.actor());
        claims.release(id, me);
    }

    /** @throws Problem when another reviewer has the application */
    Claims.Claim claim(ApplicationId id, CurrentAccount me) {
        get(id);
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

    private void requireNoOther(ApplicationId id, CurrentAccount me) {
        claims.of(id).filter(claim -> !claim.isOf(me)).ifPresent(claim -> {
            throw claimed(claim);
        });
    }

    private static Problem claimed(Claims.Claim claim) {
        return Problem.of(
                EnrolmentError.CLAIMED_BY_OTHER, claim.name() + " 正在审核这一件，你的决定没有写入。你填写的文字仍在本页；等对方释放或 15 分钟后认领过期再处理。");
    }
}
