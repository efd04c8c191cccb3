package io.tanshi.enrolment.rulings;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.eligibility.MajorName;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingRules;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules on majors and revokes rulings; each is one transaction with its audit entry. */
@Service
@Transactional
class MajorRulingDesk {

    private final RulingStore store;
    private final Dossiers dossiers;
    private final SittingRules rules;
    private final AuditTrail trail;
    private final Clock clock;

    MajorRulingDesk(RulingStore store, Dossiers dossiers, SittingRules rules, AuditTrail trail, Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    /** Rules on the major of an application for all that come after it under the same rule set. */
    void rule(ApplicationId id, boolean related, String reason, Actor by) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> Problem.notFound("这份报名"));
        Qualification person = dossier.registration().qualification();
        if (person == null || isListed(dossier.ruleSet(), person.major())) {
            throw Problem.of(EnrolmentError.MAJOR_NOT_OPEN, "这份报名的专业没有填写，或已在相关专业名单中，不需要裁定。");
        }
        remember(dossier, person.major(), related, reason, by);
    }

    private boolean isListed(String ruleSet, String major) {
        return rules.find(ruleSet)
                .map(RuleSet::relatedMajors)
                .filter(listed -> listed.contains(MajorName.plain(major)))
                .isPresent();
    }

    void remember(Dossier dossier, String major, boolean related, String reason, Actor by) {
        StoredRuling ruling = new StoredRuling(
                Ids.next(),
                dossier.ruleSet(),
                MajorName.plain(major),
                major,
                related,
                reason,
                dossier.id().value(),
                clock.instant(),
                by.label(),
                null);
        if (!store.add(ruling)) {
            throw Problem.of(EnrolmentError.MAJOR_RULED, "专业“" + major + "”已有生效的先例，以先例为准。确需改判的，先在“条件与口径”中撤销原先例。");
        }
        trail.record(
                by,
                "enrolment.major-ruled",
                "major-ruling",
                ruling.id(),
                Map.of("ruleSet", ruling.ruleSet(), "major", ruling.key(), "related", related, "reason", reason));
    }

    /** Ends a ruling for those that come from now on; what it has decided stays decided. */
    void revoke(UUID id, String reason, Actor by) {
        StoredRuling ruling = store.find(id).orElseThrow(() -> Problem.notFound("这条先例"));
        if (!store.revoke(id, new StoredRuling.Revocation(clock.instant(), by.label(), reason))) {
            throw Problem.of(EnrolmentError.RULING_REVOKED, "专业“" + ruling.major() + "”的这条先例已经撤销，没有改动。请刷新列表。");
        }
        trail.record(
                by,
                "enrolment.major-ruling-revoked",
                "major-ruling",
                id,
                Map.of("ruleSet", ruling.ruleSet(), "major", ruling.key(), "reason", reason));
    }
}
