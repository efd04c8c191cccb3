package io.tanshi.delivery.rulings;

import static io.tanshi.delivery.jooq.Tables.RULING;
import static io.tanshi.delivery.jooq.Tables.RULING_SHARE;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.jooq.tables.records.RulingRecord;
import io.tanshi.delivery.jooq.tables.records.RulingShareRecord;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored rulings. */
@Repository
public class RulingBook {

    private final DSLContext db;

    RulingBook(DSLContext db) {
        this.db = db;
    }

    void insert(Ruling ruling) {
        db.insertInto(RULING)
                .set(RULING.ID, ruling.id())
                .set(RULING.SITTING_ID, ruling.sitting().value())
                .set(RULING.CATEGORY, ruling.category().name())
                .set(RULING.SCOPE, ruling.scope().name())
                .set(RULING.PLACE, ruling.place())
                .set(RULING.FROM_AT, at(ruling.span().from()))
                .set(RULING.UNTIL_AT, at(ruling.span().until()))
                .set(RULING.MINUTES, ruling.minutes())
                .set(RULING.REASON, ruling.reason())
                .set(RULING.STATE, ruling.state().name())
                .set(RULING.PROPOSED_AT, at(ruling.proposed().at()))
                .set(RULING.PROPOSED_BY, ruling.proposed().by())
                .set(RULING.PROPOSED_LABEL, ruling.proposed().label())
                .execute();
        db.batchInsert(ruling.shares().stream()
                        .map(share -> row(ruling.id(), share))
                        .toList())
                .execute();
    }

    private RulingShareRecord row(UUID ruling, Ruling.Share share) {
        RulingShareRecord row = db.newRecord(RULING_SHARE);
        row.setRulingId(ruling);
        row.setAttemptId(share.attempt().value());
        row.setLostSeconds(share.lostSeconds());
        row.setMinutes(share.minutes());
        return row;
    }

    Optional<Ruling> find(UUID id) {
        return fetch(RULING.ID.eq(id)).stream().findFirst();
    }

    /** The latest first. */
    public List<Ruling> ofSitting(SittingId sitting) {
        return fetch(RULING.SITTING_ID.eq(sitting.value()));
    }

    /** Approved ones whose clocks are not all moved yet. */
    List<Ruling> unsettled() {
        return fetch(RULING.STATE
                .eq(Ruling.State.APPROVED.name())
                .and(DSL.exists(DSL.selectOne()
                        .from(RULING_SHARE)
                        .where(RULING_SHARE.RULING_ID.eq(RULING.ID))
                        .and(RULING_SHARE.OUTCOME.isNull()))));
    }

    /** The spans that were given back by computation to each attempt of the sitting. */
    Map<AttemptId, List<Span>> givenBack(SittingId sitting) {
        return db.select(RULING_SHARE.ATTEMPT_ID, RULING.FROM_AT, RULING.UNTIL_AT)
                .from(RULING_SHARE)
                .join(RULING)
                .on(RULING.ID.eq(RULING_SHARE.RULING_ID))
                .where(RULING.SITTING_ID.eq(sitting.value()))
                .and(RULING.STATE.eq(Ruling.State.APPROVED.name()))
                .and(RULING.MINUTES.isNull())
                .fetchGroups(
                        row -> new AttemptId(row.value1()),
                        row -> new Span(row.value2().toInstant(), row.value3().toInstant()));
    }

    /** @return false when it was decided before */
    boolean decide(UUID id, Ruling.State state, String words, Actor by, Instant now) {
        return db.update(RULING)
                        .set(RULING.STATE, state.name())
                        .set(RULING.DECIDED_AT, at(now))
                        .set(RULING.DECIDED_BY, by.id())
                        .set(RULING.DECIDED_LABEL, by.label())
                        .set(RULING.DECISION, words)
                        .where(RULING.ID.eq(id))
                        .and(RULING.STATE.eq(Ruling.State.PROPOSED.name()))
                        .execute()
                == 1;
    }

    /** One decision of a sitting at a time, until the end of the transaction. */
    void takeTurn(SittingId sitting) {
        db.execute("select pg_advisory_xact_lock(7403, hashtext(?))", sitting.toString());
    }

    /** Whether the same time of the same candidates was given back after this was computed. */
    boolean isOvertaken(Ruling ruling) {
        return db.fetchExists(DSL.selectOne()
                .from(RULING)
                .join(RULING_SHARE)
                .on(RULING_SHARE.RULING_ID.eq(RULING.ID))
                .where(RULING.STATE.eq(Ruling.State.APPROVED.name()))
                .and(RULING.SITTING_ID.eq(ruling.sitting().value()))
                .and(RULING.MINUTES.isNull())
                .and(RULING.DECIDED_AT.ge(at(ruling.proposed().at())))
                .and(RULING.FROM_AT.lt(at(ruling.span().until())))
                .and(RULING.UNTIL_AT.gt(at(ruling.span().from())))
                .and(RULING_SHARE.ATTEMPT_ID.in(ruling.shares().stream()
                        .map(share -> share.attempt().value())
                        .toList())));
    }

    boolean isOwed(UUID ruling, AttemptId attempt) {
        return db.fetchExists(
                RULING_SHARE,
                RULING_SHARE
                        .RULING_ID
                        .eq(ruling)
                        .and(RULING_SHARE.ATTEMPT_ID.eq(attempt.value()))
                        .and(RULING_SHARE.OUTCOME.isNull()));
    }

    void settle(UUID ruling, AttemptId attempt, boolean given) {
        db.update(RULING_SHARE)
                .set(RULING_SHARE.OUTCOME, (given ? Ruling.Outcome.GIVEN : Ruling.Outcome.OVER).name())
                .where(RULING_SHARE.RULING_ID.eq(ruling))
                .and(RULING_SHARE.ATTEMPT_ID.eq(attempt.value()))
                .execute();
    }

    private List<Ruling> fetch(Condition condition) {
        List<RulingRecord> rows = db.selectFrom(RULING)
                .where(condition)
                .orderBy(RULING.PROPOSED_AT.desc())
                .fetch();
        Map<UUID, List<Ruling.Share>> shares = db.selectFrom(RULING_SHARE)
                .where(RULING_SHARE.RULING_ID.in(
                        rows.stream().map(RulingRecord::getId).toList()))
                .fetchGroups(RULING_SHARE.RULING_ID, RulingBook::share);
        return rows.stream()
                .map(row -> read(row, shares.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static Ruling.Share share(org.jooq.Record joined) {
        RulingShareRecord row = joined.into(RULING_SHARE);
        String outcome = row.getOutcome();
        return new Ruling.Share(
                new AttemptId(row.getAttemptId()),
                row.getLostSeconds(),
                row.getMinutes(),
                outcome == null ? null : Ruling.Outcome.valueOf(outcome));
    }

    private static Ruling read(RulingRecord row, List<Ruling.Share> shares) {
        return new Ruling(
                row.getId(),
                new SittingId(row.getSittingId()),
                IncidentCategory.valueOf(row.getCategory()),
                RulingScope.valueOf(row.getScope()),
                row.getPlace(),
                new Span(row.getFromAt().toInstant(), row.getUntilAt().toInstant()),
                row.getMinutes(),
                row.getReason(),
                Ruling.State.valueOf(row.getState()),
                new Ruling.Step(row.getProposedAt().toInstant(), row.getProposedBy(), row.getProposedLabel(), ""),
                decided(row),
                shares);
    }

    private static Ruling.@Nullable Step decided(RulingRecord row) {
        OffsetDateTime at = row.getDecidedAt();
        return at == null
                ? null
                : new Ruling.Step(at.toInstant(), row.getDecidedBy(), row.getDecidedLabel(), row.getDecision());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
