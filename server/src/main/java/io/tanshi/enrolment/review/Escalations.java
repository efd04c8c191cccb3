package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.ESCALATION;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Applications that a reviewer leaves to a colleague, with what makes them difficult. */
@Repository
@Transactional
class Escalations {

    /** One that nobody has decided on yet. */
    record Escalation(UUID reviewer, String name, Instant at, String words) {}

    private final DSLContext db;
    private final Sealed sealed;
    private final AuditTrail trail;
    private final Clock clock;

    Escalations(DSLContext db, Sealed sealed, AuditTrail trail, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes the place of an earlier one. */
    void escalate(ApplicationId id, String words, CurrentAccount me) {
        answer(id);
        UUID key = Ids.next();
        db.insertInto(ESCALATION)
                .set(ESCALATION.ID, key)
                .set(ESCALATION.APPLICATION_ID, id.value())
                .set(ESCALATION.REVIEWER, me.accountId().value())
                .set(ESCALATION.REVIEWER_NAME, me.displayName())
                .set(ESCALATION.ESCALATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(ESCALATION.WORDS_CIPHER, sealed.seal(words, place(key)))
                .execute();
        trail.record(me.actor(), "enrolment.application-escalated", "application", id, Map.of());
    }

    /** A decision answers it. */
    void answer(ApplicationId id) {
        db.update(ESCALATION)
                .set(ESCALATION.ANSWERED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(ESCALATION.APPLICATION_ID.eq(id.value()))
                .and(ESCALATION.ANSWERED_AT.isNull())
                .execute();
    }

    @Transactional(readOnly = true)
    Optional<Escalation> of(ApplicationId id) {
        return Optional.ofNullable(of(List.of(id.value())).get(id.value()));
    }

    @Transactional(readOnly = true)
    Map<UUID, Escalation> of(Collection<UUID> applications) {
        return db
                .selectFrom(ESCALATION)
                .where(ESCALATION.APPLICATION_ID.in(applications))
                .and(ESCALATION.ANSWERED_AT.isNull())
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        r -> r.getApplicationId(),
                        r -> new Escalation(
                                r.getReviewer(),
                                r.getReviewerName(),
                                r.getEscalatedAt().toInstant(),
                                sealed.open(r.getWordsCipher(), place(r.getId()), String.class))));
    }

    private static String place(UUID id) {
        return "escalation:" + id;
    }
}
