package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_CLAIM;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;

import io.tanshi.enrolment.review.QueueFilter.Due;
import io.tanshi.enrolment.review.QueueFilter.Moments;
import io.tanshi.enrolment.review.ReviewViews.ColleagueView;
import io.tanshi.enrolment.review.ReviewViews.QueueCounts;
import io.tanshi.enrolment.review.ReviewViews.QueueInstitution;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The figures above the queue: over all of it, whatever is filtered. */
@Component
class QueueFigures {

    private final DSLContext db;
    private final Institutions institutions;
    private final Clock clock;

    QueueFigures(DSLContext db, Institutions institutions, Clock clock) {
        this.db = db;
        this.institutions = institutions;
        this.clock = clock;
    }

    Moments moments() {
        return new Moments(
                clock.instant(),
                today().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * One question, which runs once through the due times, a stretch of them for each figure. What concerns the few that are
     * on a desk, decided a moment ago or left to a colleague is counted from those few; what nobody has is the rest.
     */
    QueueCounts counts(Moments at, CurrentAccount me) {
        UUID reviewer = me.accountId().value();
        return db.select(
                        count(QueueFilter.due(Due.OVERDUE, at)),
                        count(QueueFilter.due(Due.TODAY, at)),
                        count(QueueFilter.due(Due.LATER, at)),
                        count(QueueFilter.pending().and(APPLICATION.DUE_AT.isNull())),
                        count(QueueFilter.returned()),
                        count(QueueFilter.toDecide().and(QueueFilter.mine(at.now(), reviewer))),
                        count(QueueFilter.taken(at.now())),
                        count(QueueFilter.toDecide().and(QueueFilter.escalated())))
                .fetchSingle(r -> {
                    int pending = r.value1() + r.value2() + r.value3() + r.value4();
                    return new QueueCounts(
                            r.value1(),
                            r.value2(),
                            r.value3(),
                            r.value5(),
                            pending + r.value5(),
                            r.value6(),
                            pending - r.value7(),
                            r.value8());
                });
    }

    private static Field<Integer> count(Condition condition) {
        return DSL.field(DSL.selectCount().from(APPLICATION).where(condition));
    }

    /** Who has how much on the desk and has decided how much today. */
    List<ColleagueView> colleagues(CurrentAccount me) {
        Map<String, int[]> figures = new TreeMap<>();
        figures.put(me.displayName(), new int[2]);
        db.select(REVIEW_CLAIM.REVIEWER_NAME, DSL.count())
                .from(REVIEW_CLAIM)
                .join(APPLICATION)
                .on(APPLICATION.ID.eq(REVIEW_CLAIM.APPLICATION_ID))
                .where(REVIEW_CLAIM.EXPIRES_AT.gt(QueueFilter.time(clock.instant())))
                .and(QueueFilter.pending())
                .groupBy(REVIEW_CLAIM.REVIEWER_NAME)
                .forEach(r -> figures.computeIfAbsent(r.value1(), _ -> new int[2])[0] = r.value2());
        Instant dawn = today().atStartOfDay(clock.getZone()).toInstant();
        db.select(REVIEW_DECISION.REVIEWER_NAME, DSL.count())
                .from(REVIEW_DECISION)
                .where(REVIEW_DECISION.DECIDED_AT.ge(QueueFilter.time(dawn)))
                .and(REVIEW_DECISION.STATE.in(Decision.State.WAITING.name(), Decision.State.IN_EFFECT.name()))
                .groupBy(REVIEW_DECISION.REVIEWER_NAME)
                .forEach(r -> figures.computeIfAbsent(r.value1(), _ -> new int[2])[1] = r.value2());
        return figures.entrySet().stream()
                .map(e -> new ColleagueView(
                        e.getKey(), e.getKey().equals(me.displayName()), e.getValue()[0], e.getValue()[1]))
                .sorted((a, b) -> Boolean.compare(b.me(), a.me()))
                .toList();
    }

    /** The institutions that have something in the queue. */
    List<QueueInstitution> inQueue() {
        List<Institutions.InstitutionView> all = institutions.all();
        Set<UUID> present = present(all.stream().map(each -> each.id().value()).toArray(UUID[]::new));
        return all.stream()
                .filter(institution -> present.contains(institution.id().value()))
                .map(institution -> new QueueInstitution(institution.id().value(), institution.name()))
                .sorted(Comparator.comparing(QueueInstitution::name))
                .toList();
    }

    /** A look into the index for each institution, not at all of their applications. */
    private Set<UUID> present(UUID[] institutions) {
        Table<?> each = DSL.unnest(institutions).as("each", "id");
        Field<UUID> id = DSL.field(DSL.name("each", "id"), UUID.class);
        return db.select(id)
                .from(each)
                .whereExists(DSL.selectOne()
                        .from(APPLICATION)
                        .where(QueueFilter.OPEN)
                        .and(APPLICATION.INSTITUTION_ID.eq(id)))
                .fetchSet(id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
