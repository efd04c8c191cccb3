package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.ESCALATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_CLAIM;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.identity.session.CurrentAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has an application on the desk. A claim runs out by itself, so that nobody's absence keeps an application. */
@Repository
@Transactional
class Claims {

    static final Duration LASTS = Duration.ofMinutes(15);

    /** A claim that has not run out. */
    record Claim(UUID reviewer, String name, Instant claimedAt, Instant expiresAt) {

        boolean isOf(CurrentAccount me) {
            return reviewer.equals(me.accountId().value());
        }
    }

    private final DSLContext db;
    private final HandlingTime handling;
    private final Clock clock;

    Claims(DSLContext db, HandlingTime handling, Clock clock) {
        this.db = db;
        this.handling = handling;
        this.clock = clock;
    }

    /** Takes or prolongs the claim; the answer is whoever has it now. */
    Claim take(ApplicationId id, CurrentAccount me) {
        OffsetDateTime now = now();
        db.insertInto(REVIEW_CLAIM)
                .set(REVIEW_CLAIM.APPLICATION_ID, id.value())
                .set(REVIEW_CLAIM.REVIEWER, me.accountId().value())
                .set(REVIEW_CLAIM.REVIEWER_NAME, me.displayName())
                .set(REVIEW_CLAIM.CLAIMED_AT, now)
                .set(REVIEW_CLAIM.EXPIRES_AT, now.plus(LASTS))
                .onConflict(REVIEW_CLAIM.APPLICATION_ID)
                .doUpdate()
                .set(REVIEW_CLAIM.REVIEWER, DSL.excluded(REVIEW_CLAIM.REVIEWER))
                .set(REVIEW_CLAIM.REVIEWER_NAME, DSL.excluded(REVIEW_CLAIM.REVIEWER_NAME))
                .set(
                        REVIEW_CLAIM.CLAIMED_AT,
                        DSL.when(REVIEW_CLAIM.REVIEWER.eq(DSL.excluded(REVIEW_CLAIM.REVIEWER)), REVIEW_CLAIM.CLAIMED_AT)
                                .otherwise(DSL.excluded(REVIEW_CLAIM.CLAIMED_AT)))
                .set(REVIEW_CLAIM.EXPIRES_AT, DSL.excluded(REVIEW_CLAIM.EXPIRES_AT))
                .where(REVIEW_CLAIM.REVIEWER.eq(me.accountId().value()).or(REVIEW_CLAIM.EXPIRES_AT.le(now)))
                .execute();
        Claim claim = of(id).orElseThrow();
        if (claim.isOf(me)) {
            handling.sign(id, claim.reviewer());
        }
        return claim;
    }

    void release(ApplicationId id, CurrentAccount me) {
        db.deleteFrom(REVIEW_CLAIM)
                .where(REVIEW_CLAIM.APPLICATION_ID.eq(id.value()))
                .and(REVIEW_CLAIM.REVIEWER.eq(me.accountId().value()))
                .execute();
    }

    /** Takes what is due first: of what the reviewer has claimed, then of what nobody has. */
    Optional<ApplicationId> takeNext(CurrentAccount me) {
        Optional<ApplicationId> mine = next(me, DSL.noCondition()).ownFirst();
        Optional<ApplicationId> next =
                mine.isPresent() ? mine : next(me, DSL.noCondition()).free(true);
        next.ifPresent(id -> take(id, me));
        return next;
    }

    /** What {@link #takeNext} will come upon after this one, without taking it. */
    @Transactional(readOnly = true)
    Optional<ApplicationId> following(ApplicationId current, CurrentAccount me) {
        Next others = next(me, APPLICATION.ID.ne(current.value()));
        return others.ownFirst().or(() -> others.free(false));
    }

    private Next next(CurrentAccount me, Condition which) {
        return new Next(me, which, now());
    }

    /** The ways to come upon an application that is to be decided. */
    private final class Next {

        private final CurrentAccount me;
        private final Condition open;
        private final OffsetDateTime now;

        Next(CurrentAccount me, Condition which, OffsetDateTime now) {
            this.me = me;
            this.now = now;
            this.open = which.and(APPLICATION.STATE.eq(DSL.inline(ApplicationState.PENDING.name())))
                    .andNotExists(DSL.selectOne()
                            .from(REVIEW_DECISION)
                            .where(REVIEW_DECISION.APPLICATION_ID.eq(APPLICATION.ID))
                            .and(REVIEW_DECISION.STATE.eq(DSL.inline(Decision.State.WAITING.name()))));
        }

        Optional<ApplicationId> ownFirst() {
            return db.select(APPLICATION.ID)
                    .from(REVIEW_CLAIM)
                    .join(APPLICATION)
                    .on(APPLICATION.ID.eq(REVIEW_CLAIM.APPLICATION_ID))
                    .where(REVIEW_CLAIM.REVIEWER.eq(me.accountId().value()))
                    .and(REVIEW_CLAIM.EXPIRES_AT.gt(now))
                    .and(open)
                    .orderBy(QueueOrder.FIELDS)
                    .limit(1)
                    .fetchOptional(r -> new ApplicationId(r.value1()));
        }

        /** What this reviewer has left to a colleague does not come back by itself. */
        Optional<ApplicationId> free(boolean locked) {
            var query = db.select(APPLICATION.ID)
                    .from(APPLICATION)
                    .where(open)
                    .andNotExists(DSL.selectOne()
                            .from(REVIEW_CLAIM)
                            .where(REVIEW_CLAIM.APPLICATION_ID.eq(APPLICATION.ID))
                            .and(REVIEW_CLAIM.EXPIRES_AT.gt(now)))
                    .andNotExists(DSL.selectOne()
                            .from(ESCALATION)
                            .where(ESCALATION.APPLICATION_ID.eq(APPLICATION.ID))
                            .and(ESCALATION.ANSWERED_AT.isNull())
                            .and(ESCALATION.REVIEWER.eq(me.accountId().value())))
                    .orderBy(QueueOrder.FIELDS)
                    .limit(1);
            return (locked ? query.forUpdate().of(APPLICATION).skipLocked() : query)
                    .fetchOptional(r -> new ApplicationId(r.get(APPLICATION.ID)));
        }
    }

    @Transactional(readOnly = true)
    Optional<Claim> of(ApplicationId id) {
        return Optional.ofNullable(of(List.of(id.value())).get(id.value()));
    }

    @Transactional(readOnly = true)
    Map<UUID, Claim> of(Collection<UUID> ids) {
        return db
                .selectFrom(REVIEW_CLAIM)
                .where(REVIEW_CLAIM.APPLICATION_ID.in(ids))
                .and(REVIEW_CLAIM.EXPIRES_AT.gt(now()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        r -> r.getApplicationId(),
                        r -> new Claim(
                                r.getReviewer(),
                                r.getReviewerName(),
                                r.getClaimedAt().toInstant(),
                                r.getExpiresAt().toInstant())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
