package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_STEP;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_CLAIM;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Verb;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.review.ReviewViews.ColleagueView;
import io.tanshi.enrolment.review.ReviewViews.QueueCounts;
import io.tanshi.enrolment.review.ReviewViews.QueueInstitution;
import io.tanshi.enrolment.review.ReviewViews.ReviewQueue;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.PageView;
import io.tanshi.programme.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The review queue: due first, what waits for an institution last. */
@Component
@Transactional(readOnly = true)
class QueuePages {

    /** Which part of the queue is shown. */
    enum Share {
        ALL,
        MINE,
        UNCLAIMED,
        RETURNED
    }

    record Filter(
            Share share,
            @Nullable Level level,
            @Nullable UUID institution,
            @Nullable Verdict verdict) {}

    private final DSLContext db;
    private final QueueItems items;
    private final Institutions institutions;
    private final Clock clock;

    QueuePages(DSLContext db, QueueItems items, Institutions institutions, Clock clock) {
        this.db = db;
        this.items = items;
        this.institutions = institutions;
        this.clock = clock;
    }

    ReviewQueue queue(Filter filter, int page, int size, CurrentAccount me) {
        Condition wanted = condition(filter, me);
        List<UUID> ids = db.select(APPLICATION.ID)
                .from(APPLICATION)
                .leftJoin(REVIEW_CLAIM)
                .on(REVIEW_CLAIM.APPLICATION_ID.eq(APPLICATION.ID))
                .where(wanted)
                .orderBy(
                        APPLICATION.DUE_AT.asc().nullsLast(),
                        APPLICATION.REMAINING_SECONDS.asc().nullsLast(),
                        APPLICATION.SUBMITTED_AT,
                        APPLICATION.ID)
                .limit(size)
                .offset(page * size)
                .fetch(APPLICATION.ID);
        int total = db.fetchCount(db.select(APPLICATION.ID)
                .from(APPLICATION)
                .leftJoin(REVIEW_CLAIM)
                .on(REVIEW_CLAIM.APPLICATION_ID.eq(APPLICATION.ID))
                .where(wanted));
        return new ReviewQueue(
                counts(me), colleagues(me), inQueue(), new PageView<>(items.of(ids, me), total, page, size));
    }

    private static Condition open() {
        return APPLICATION.STATE.in(ApplicationState.PENDING.name(), ApplicationState.RETURNED.name());
    }

    private Condition condition(Filter filter, CurrentAccount me) {
        Condition share = switch (filter.share()) {
            case ALL -> open();
            case MINE -> pending().and(mine(me));
            case UNCLAIMED -> pending().and(unclaimed());
            case RETURNED -> APPLICATION.STATE.eq(ApplicationState.RETURNED.name());
        };
        Level level = filter.level();
        Verdict verdict = filter.verdict();
        return share.and(level == null ? DSL.noCondition() : APPLICATION.LEVEL.eq(level.name()))
                .and(
                        filter.institution() == null
                                ? DSL.noCondition()
                                : APPLICATION.INSTITUTION_ID.eq(filter.institution()))
                .and(verdict == null ? DSL.noCondition() : APPLICATION.VERDICT.eq(verdict.name()));
    }

    private static Condition pending() {
        return APPLICATION.STATE.eq(ApplicationState.PENDING.name());
    }

    private Condition claimed() {
        return REVIEW_CLAIM.EXPIRES_AT.gt(time(clock.instant()));
    }

    private Condition mine(CurrentAccount me) {
        return claimed().and(REVIEW_CLAIM.REVIEWER.eq(me.accountId().value()));
    }

    private Condition unclaimed() {
        return REVIEW_CLAIM.APPLICATION_ID.isNull().or(REVIEW_CLAIM.EXPIRES_AT.le(time(clock.instant())));
    }

    private QueueCounts counts(CurrentAccount me) {
        Instant now = clock.instant();
        Instant midnight = today().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Condition overdue = pending().and(APPLICATION.DUE_AT.lt(time(now)));
        Condition today = pending().and(APPLICATION.DUE_AT.ge(time(now))).and(APPLICATION.DUE_AT.lt(time(midnight)));
        Condition later = pending().and(APPLICATION.DUE_AT.ge(time(midnight)));
        return db.select(
                        count(overdue),
                        count(today),
                        count(later),
                        count(pending().not()),
                        DSL.count(),
                        count(pending().and(mine(me))),
                        count(pending().and(unclaimed())))
                .from(APPLICATION)
                .leftJoin(REVIEW_CLAIM)
                .on(REVIEW_CLAIM.APPLICATION_ID.eq(APPLICATION.ID))
                .where(open())
                .fetchSingle(r -> new QueueCounts(
                        r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    private static Field<Integer> count(Condition condition) {
        return DSL.count().filterWhere(condition);
    }

    /** Who has how much on the desk and has decided how much today. */
    private List<ColleagueView> colleagues(CurrentAccount me) {
        Map<String, int[]> figures = new TreeMap<>();
        figures.put(me.displayName(), new int[2]);
        db.select(REVIEW_CLAIM.REVIEWER_NAME, DSL.count())
                .from(REVIEW_CLAIM)
                .join(APPLICATION)
                .on(APPLICATION.ID.eq(REVIEW_CLAIM.APPLICATION_ID))
                .where(claimed())
                .and(pending())
                .groupBy(REVIEW_CLAIM.REVIEWER_NAME)
                .forEach(r -> figures.computeIfAbsent(r.value1(), _ -> new int[2])[0] = r.value2());
        Instant dawn = today().atStartOfDay(clock.getZone()).toInstant();
        db.select(APPLICATION_STEP.ACTOR, DSL.count())
                .from(APPLICATION_STEP)
                .where(APPLICATION_STEP.VERB.in(Verb.APPROVE.name(), Verb.RETURN.name(), Verb.REJECT.name()))
                .and(APPLICATION_STEP.AT.ge(time(dawn)))
                .groupBy(APPLICATION_STEP.ACTOR)
                .forEach(r -> figures.computeIfAbsent(r.value1(), _ -> new int[2])[1] = r.value2());
        return figures.entrySet().stream()
                .map(e -> new ColleagueView(
                        e.getKey(), e.getKey().equals(me.displayName()), e.getValue()[0], e.getValue()[1]))
                .sorted((a, b) -> Boolean.compare(b.me(), a.me()))
                .toList();
    }

    private List<QueueInstitution> inQueue() {
        Map<UUID, String> names = new LinkedHashMap<>();
        db.selectDistinct(APPLICATION.INSTITUTION_ID)
                .from(APPLICATION)
                .where(open())
                .forEach(r -> names.put(
                        r.value1(),
                        institutions.view(new InstitutionId(r.value1())).name()));
        return names.entrySet().stream()
                .map(e -> new QueueInstitution(e.getKey(), e.getValue()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
