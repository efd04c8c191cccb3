package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.jooq.tables.records.ReviewDecisionRecord;
import io.tanshi.enrolment.review.Decision.Content;
import io.tanshi.enrolment.review.Decision.State;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores decisions; what one says is kept, encrypted, until it takes effect. */
@Repository
@Transactional
class DecisionStore {

    /**
     * The figures of a decision.
     *
     * @param working working time since the application was submitted, without the time it waited for its institution
     * @param handling how long the reviewer had it open; null when that was not measured
     */
    record Effort(
            Duration working, boolean inTime, @Nullable Duration handling) {}

    private final DSLContext db;
    private final Sealed sealed;

    DecisionStore(DSLContext db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /** False when another decision on the same application waits already. */
    boolean insert(Decision decision, Dossier on, Content content, Effort effort) {
        Duration handling = effort.handling();
        return db.insertInto(REVIEW_DECISION)
                        .set(REVIEW_DECISION.ID, decision.id())
                        .set(
                                REVIEW_DECISION.APPLICATION_ID,
                                decision.application().value())
                        .set(REVIEW_DECISION.INSTITUTION_ID, on.institution().value())
                        .set(REVIEW_DECISION.SITTING_ID, on.sitting().value())
                        .set(REVIEW_DECISION.VERSION, decision.version())
                        .set(REVIEW_DECISION.KIND, decision.kind().name())
                        .set(REVIEW_DECISION.REVIEWER, decision.reviewer())
                        .set(REVIEW_DECISION.REVIEWER_NAME, decision.reviewerName())
                        .set(REVIEW_DECISION.DECIDED_AT, decision.decidedAt().atOffset(ZoneOffset.UTC))
                        .set(REVIEW_DECISION.STATE, State.WAITING.name())
                        .set(REVIEW_DECISION.CONTENT_CIPHER, sealed.seal(content, place(decision.id())))
                        .set(REVIEW_DECISION.BULK_ID, decision.bulk())
                        .set(REVIEW_DECISION.WORKING_SECONDS, effort.working().toSeconds())
                        .set(REVIEW_DECISION.IN_TIME, effort.inTime())
                        .set(REVIEW_DECISION.HANDLING_SECONDS, handling == null ? null : handling.toSeconds())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * Whether the application is still what the reviewer saw. Asked after the insert and kept so until the commit, so that
     * no decision in effect slips in between.
     */
    boolean stillStands(Dossier seen) {
        return db.fetchExists(db.selectOne()
                .from(APPLICATION)
                .where(APPLICATION.ID.eq(seen.id().value()))
                .and(APPLICATION.VERSION.eq(seen.version()))
                .forShare());
    }

    /** The waiting decision with this id, kept from everybody else until the transaction ends; empty when it is not. */
    Optional<Decision> lock(UUID id) {
        return db.selectFrom(REVIEW_DECISION)
                .where(REVIEW_DECISION.ID.eq(id))
                .and(waiting())
                .forUpdate()
                .fetchOptional(DecisionStore::decision);
    }

    Content content(UUID id) {
        String cipher = db.select(REVIEW_DECISION.CONTENT_CIPHER)
                .from(REVIEW_DECISION)
                .where(REVIEW_DECISION.ID.eq(id))
                .fetchSingle(REVIEW_DECISION.CONTENT_CIPHER);
        return sealed.open(
                Objects.requireNonNull(cipher, "the decision is in effect or taken back already"),
                place(id),
                Content.class);
    }

    /** What it says stands elsewhere once it is in effect, and is nobody's business once it is not. */
    void end(UUID id, State state) {
        db.update(REVIEW_DECISION)
                .set(REVIEW_DECISION.STATE, state.name())
                .setNull(REVIEW_DECISION.CONTENT_CIPHER)
                .where(REVIEW_DECISION.ID.eq(id))
                .and(waiting())
                .execute();
    }

    @Transactional(readOnly = true)
    List<UUID> waitingIds() {
        return db.select(REVIEW_DECISION.ID)
                .from(REVIEW_DECISION)
                .where(waiting())
                .orderBy(REVIEW_DECISION.ID)
                .fetch(REVIEW_DECISION.ID);
    }

    @Transactional(readOnly = true)
    Optional<Decision> waiting(ApplicationId id) {
        return Optional.ofNullable(waiting(List.of(id.value())).get(id.value()));
    }

    @Transactional(readOnly = true)
    Map<UUID, Decision> waiting(Collection<UUID> applications) {
        return list(REVIEW_DECISION.APPLICATION_ID.in(applications).and(waiting())).stream()
                .collect(Collectors.toMap(d -> d.application().value(), d -> d));
    }

    /** The decisions of a set that can still be taken back. */
    @Transactional(readOnly = true)
    List<Decision> waitingOfBulk(UUID bulk) {
        return list(REVIEW_DECISION.BULK_ID.eq(bulk).and(waiting()));
    }

    /** What was decided on this state of the application, if it was. */
    @Transactional(readOnly = true)
    Optional<Decision> on(ApplicationId id, int version) {
        return list(REVIEW_DECISION
                        .APPLICATION_ID
                        .eq(id.value())
                        .and(REVIEW_DECISION.VERSION.eq(version))
                        .and(standing()))
                .stream()
                .findFirst();
    }

    /** Every standing decision on these applications by a reviewer. */
    @Transactional(readOnly = true)
    List<Decision> of(Collection<UUID> applications, UUID reviewer) {
        return list(REVIEW_DECISION
                .APPLICATION_ID
                .in(applications)
                .and(REVIEW_DECISION.REVIEWER.eq(reviewer))
                .and(standing()));
    }

    /** Working time that earlier rounds of the review took. */
    @Transactional(readOnly = true)
    Duration workedBefore(ApplicationId id) {
        return db.select(REVIEW_DECISION.WORKING_SECONDS)
                .from(REVIEW_DECISION)
                .where(REVIEW_DECISION.APPLICATION_ID.eq(id.value()))
                .and(REVIEW_DECISION.STATE.eq(State.IN_EFFECT.name()))
                .orderBy(REVIEW_DECISION.DECIDED_AT.desc())
                .limit(1)
                .fetchOptional(r -> Duration.ofSeconds(r.value1()))
                .orElse(Duration.ZERO);
    }

    private List<Decision> list(Condition condition) {
        return db.selectFrom(REVIEW_DECISION)
                .where(condition)
                .orderBy(REVIEW_DECISION.DECIDED_AT.desc(), REVIEW_DECISION.ID)
                .fetch(DecisionStore::decision);
    }

    private static Condition waiting() {
        return REVIEW_DECISION.STATE.eq(DSL.inline(State.WAITING.name()));
    }

    private static Condition standing() {
        return REVIEW_DECISION.STATE.in(State.WAITING.name(), State.IN_EFFECT.name());
    }

    private static Decision decision(ReviewDecisionRecord r) {
        return new Decision(
                r.getId(),
                new ApplicationId(r.getApplicationId()),
                r.getVersion(),
                Decision.Kind.valueOf(r.getKind()),
                r.getReviewer(),
                r.getReviewerName(),
                r.getDecidedAt().toInstant(),
                State.valueOf(r.getState()),
                r.getBulkId());
    }

    private static String place(UUID id) {
        return "review-decision:" + id;
    }
}
