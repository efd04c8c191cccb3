package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_CLAIM;

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
    private final Clock clock;

    Claims(DSLContext db, Clock clock) {
        this.db = db;
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
        return of(id).orElseThrow();
    }

    void release(ApplicationId id, CurrentAccount me) {
        db.deleteFrom(REVIEW_CLAIM)
                .where(REVIEW_CLAIM.APPLICATION_ID.eq(id.value()))
                .and(REVIEW_CLAIM.REVIEWER.eq(me.accountId().value()))
                .execute();
    }

    /** Takes the application that is due first and that nobody has. */
    Optional<ApplicationId> takeNext(CurrentAccount me) {
        OffsetDateTime now = now();
        Optional<ApplicationId> next = db.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(APPLICATION.STATE.eq(ApplicationState.PENDING.name()))
                .andNotExists(DSL.selectOne()
                        .from(REVIEW_CLAIM)
                        .where(REVIEW_CLAIM.APPLICATION_ID.eq(APPLICATION.ID))
                        .and(REVIEW_CLAIM.EXPIRES_AT.gt(now)))
                .orderBy(APPLICATION.DUE_AT, APPLICATION.SUBMITTED_AT, APPLICATION.ID)
                .limit(1)
                .forUpdate()
                .of(APPLICATION)
                .skipLocked()
                .fetchOptional(r -> new ApplicationId(r.value1()));
        next.ifPresent(id -> take(id, me));
        return next;
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
