package io.tanshi.enrolment.quality;

import static io.tanshi.enrolment.jooq.Tables.RETURN_NOTE;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;
import static io.tanshi.enrolment.jooq.Tables.SECOND_REVIEW;

import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.quality.QualityViews.InstitutionPromise;
import io.tanshi.enrolment.quality.QualityViews.PromiseFigures;
import io.tanshi.enrolment.quality.QualityViews.ReasonFigure;
import io.tanshi.enrolment.quality.QualityViews.ReviewerFigures;
import io.tanshi.enrolment.quality.QualityViews.SecondFigures;
import io.tanshi.enrolment.quality.SecondReview.State;
import io.tanshi.identity.people.Institutions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How well the promise is kept and how far reviewers agree, of one sitting or of all. */
@Component
@Transactional(readOnly = true)
class QualityFigures {

    private static final Field<Integer> DECISIONS = DSL.count();
    private static final Field<Integer> IN_TIME = DSL.count().filterWhere(REVIEW_DECISION.IN_TIME);
    private static final Field<BigDecimal> MEDIAN =
            DSL.percentileCont(0.5).withinGroupOrderBy(REVIEW_DECISION.WORKING_SECONDS);
    private static final Field<BigDecimal> NEARLY_ALL =
            DSL.percentileCont(0.95).withinGroupOrderBy(REVIEW_DECISION.WORKING_SECONDS);
    private static final Field<BigDecimal> HANDLING = DSL.avg(REVIEW_DECISION.HANDLING_SECONDS);

    private final DSLContext db;
    private final Institutions institutions;

    QualityFigures(DSLContext db, Institutions institutions) {
        this.db = db;
        this.institutions = institutions;
    }

    PromiseFigures promise(@Nullable UUID sitting) {
        return db.select(DECISIONS, IN_TIME, MEDIAN, NEARLY_ALL)
                .from(REVIEW_DECISION)
                .where(inEffect(sitting))
                .fetchSingle(QualityFigures::promise);
    }

    List<InstitutionPromise> byInstitution(@Nullable UUID sitting) {
        Map<UUID, String> names = institutions.all().stream()
                .collect(Collectors.toMap(i -> i.id().value(), Institutions.InstitutionView::name));
        return db
                .select(REVIEW_DECISION.INSTITUTION_ID, DECISIONS, IN_TIME, MEDIAN, NEARLY_ALL)
                .from(REVIEW_DECISION)
                .where(inEffect(sitting))
                .groupBy(REVIEW_DECISION.INSTITUTION_ID)
                .fetch(r -> new InstitutionPromise(
                        names.getOrDefault(r.get(REVIEW_DECISION.INSTITUTION_ID), ""), promise(r)))
                .stream()
                .sorted(Comparator.comparing(InstitutionPromise::institution))
                .toList();
    }

    private static PromiseFigures promise(Record r) {
        return new PromiseFigures(r.get(DECISIONS), r.get(IN_TIME), minutes(r.get(MEDIAN)), minutes(r.get(NEARLY_ALL)));
    }

    /** How often each reason was given, in the order of the keys. */
    List<ReasonFigure> reasons(@Nullable UUID sitting) {
        Map<String, Integer> counts = db.select(RETURN_NOTE.REASON, DSL.count())
                .from(RETURN_NOTE)
                .where(
                        sitting == null
                                ? DSL.noCondition()
                                : RETURN_NOTE.APPLICATION_ID.in(DSL.select(REVIEW_DECISION.APPLICATION_ID)
                                        .from(REVIEW_DECISION)
                                        .where(inEffect(sitting))))
                .groupBy(RETURN_NOTE.REASON)
                .fetchMap(r -> r.value1(), r -> r.value2());
        return Arrays.stream(ReturnReason.values())
                .map(reason -> new ReasonFigure(reason.key(), reason.label(), counts.getOrDefault(reason.name(), 0)))
                .toList();
    }

    SecondFigures second(@Nullable UUID sitting) {
        return db.select(
                        DSL.count().filterWhere(SECOND_REVIEW.STATE.eq(State.OPEN.name())),
                        DSL.count().filterWhere(SECOND_REVIEW.STATE.eq(State.AGREED.name())),
                        DSL.count().filterWhere(SECOND_REVIEW.STATE.eq(State.OVERTURNED.name())),
                        DSL.count().filterWhere(SECOND_REVIEW.STATE.eq(State.DISAGREED.name())))
                .from(SECOND_REVIEW)
                .join(REVIEW_DECISION)
                .on(REVIEW_DECISION.ID.eq(SECOND_REVIEW.DECISION_ID))
                .where(inEffect(sitting))
                .fetchSingle(r -> new SecondFigures(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** Each reviewer's decisions, the average time an application was open on the desk, and the share approved. */
    List<ReviewerFigures> reviewers(@Nullable UUID sitting) {
        Field<Integer> approved = DSL.count().filterWhere(REVIEW_DECISION.KIND.eq("APPROVE"));
        return db.select(REVIEW_DECISION.REVIEWER_NAME, DECISIONS, approved, IN_TIME, HANDLING)
                .from(REVIEW_DECISION)
                .where(inEffect(sitting))
                .groupBy(REVIEW_DECISION.REVIEWER_NAME)
                .orderBy(REVIEW_DECISION.REVIEWER_NAME)
                .fetch(r -> new ReviewerFigures(r.value1(), r.value2(), r.value3(), r.value4(), seconds(r.value5())));
    }

    private static Condition inEffect(@Nullable UUID sitting) {
        Condition all = REVIEW_DECISION.STATE.eq("IN_EFFECT");
        return sitting == null ? all : all.and(REVIEW_DECISION.SITTING_ID.eq(sitting));
    }

    private static @Nullable Long minutes(@Nullable BigDecimal seconds) {
        return seconds == null ? null : Math.round(seconds.doubleValue() / 60);
    }

    private static @Nullable Long seconds(@Nullable BigDecimal seconds) {
        return seconds == null ? null : Math.round(seconds.doubleValue());
    }
}
