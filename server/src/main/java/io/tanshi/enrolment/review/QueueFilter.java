package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.ESCALATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_CLAIM;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.review.ReviewViews.QueueCounts;
import io.tanshi.programme.Level;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which part of the queue is shown, as conditions that the index of the queue answers. */
record QueueFilter(
        Share share,
        Due due,
        @Nullable Level level,
        @Nullable UUID institution,
        @Nullable Verdict verdict) {

    /** Whose work it is. */
    enum Share {
        ALL,
        MINE,
        UNCLAIMED,
        ESCALATED,
        RETURNED
    }

    /** When it is due. */
    enum Due {
        ANY,
        OVERDUE,
        TODAY,
        LATER
    }

    /** The moments that tell overdue from today from later. */
    record Moments(Instant now, Instant midnight) {}

    static final Condition OPEN = APPLICATION.STATE.in(
            DSL.inline(ApplicationState.PENDING.name()), DSL.inline(ApplicationState.RETURNED.name()));

    Condition condition(Moments at, UUID me) {
        Level wanted = level;
        Verdict found = verdict;
        return OPEN.and(share(at.now(), me))
                .and(due(due, at))
                .and(wanted == null ? DSL.noCondition() : APPLICATION.LEVEL.eq(wanted.name()))
                .and(institution == null ? DSL.noCondition() : APPLICATION.INSTITUTION_ID.eq(institution))
                .and(found == null ? DSL.noCondition() : APPLICATION.VERDICT.eq(found.name()));
    }

    private Condition share(Instant now, UUID me) {
        return switch (share) {
            case ALL -> DSL.noCondition();
            case MINE -> toDecide().and(mine(now, me));
            case UNCLAIMED -> toDecide().and(claimed(now).not());
            case ESCALATED -> toDecide().and(escalated());
            case RETURNED -> returned();
        };
    }

    /** How many there are, where a figure above the queue says it already. */
    OptionalInt countedIn(QueueCounts counts) {
        boolean more = level != null || institution != null || verdict != null;
        if (more || (share != Share.ALL && due != Due.ANY)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(due == Due.ANY ? counted(share, counts) : counted(due, counts));
    }

    private static int counted(Share share, QueueCounts counts) {
        return switch (share) {
            case ALL -> counts.all();
            case MINE -> counts.mine();
            case UNCLAIMED -> counts.unclaimed();
            case ESCALATED -> counts.escalated();
            case RETURNED -> counts.paused();
        };
    }

    private static int counted(Due due, QueueCounts counts) {
        return switch (due) {
            case ANY -> counts.all();
            case OVERDUE -> counts.overdue();
            case TODAY -> counts.dueToday();
            case LATER -> counts.dueLater();
        };
    }

    static Condition due(Due due, Moments at) {
        return switch (due) {
            case ANY -> DSL.noCondition();
            case OVERDUE -> pending().and(APPLICATION.DUE_AT.lt(time(at.now())));
            case TODAY ->
                pending().and(APPLICATION.DUE_AT.ge(time(at.now()))).and(APPLICATION.DUE_AT.lt(time(at.midnight())));
            case LATER -> pending().and(APPLICATION.DUE_AT.ge(time(at.midnight())));
        };
    }

    static Condition pending() {
        return APPLICATION.STATE.eq(DSL.inline(ApplicationState.PENDING.name()));
    }

    static Condition returned() {
        return APPLICATION.STATE.eq(DSL.inline(ApplicationState.RETURNED.name()));
    }

    /** Pending, and nobody has decided a moment ago. */
    static Condition toDecide() {
        return pending().and(APPLICATION.ID.notIn(decidedAMomentAgo()));
    }

    /** Pending, and decided a moment ago or on somebody's desk. */
    static Condition taken(Instant now) {
        return pending().and(APPLICATION.ID.in(decidedAMomentAgo().union(onADesk(now))));
    }

    private static Condition claimed(Instant now) {
        return APPLICATION.ID.in(onADesk(now));
    }

    private static Select<Record1<UUID>> decidedAMomentAgo() {
        return DSL.select(REVIEW_DECISION.APPLICATION_ID)
                .from(REVIEW_DECISION)
                .where(REVIEW_DECISION.STATE.eq(DSL.inline(Decision.State.WAITING.name())));
    }

    private static Select<Record1<UUID>> onADesk(Instant now) {
        return DSL.select(REVIEW_CLAIM.APPLICATION_ID).from(REVIEW_CLAIM).where(REVIEW_CLAIM.EXPIRES_AT.gt(time(now)));
    }

    static Condition mine(Instant now, UUID me) {
        return APPLICATION.ID.in(DSL.select(REVIEW_CLAIM.APPLICATION_ID)
                .from(REVIEW_CLAIM)
                .where(REVIEW_CLAIM.EXPIRES_AT.gt(time(now)))
                .and(REVIEW_CLAIM.REVIEWER.eq(me)));
    }

    static Condition escalated() {
        return APPLICATION.ID.in(
                DSL.select(ESCALATION.APPLICATION_ID).from(ESCALATION).where(ESCALATION.ANSWERED_AT.isNull()));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
