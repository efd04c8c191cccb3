package io.tanshi.enrolment.rulings;

import static io.tanshi.enrolment.jooq.Tables.MAJOR_RULING;
import static io.tanshi.enrolment.jooq.Tables.PRECEDENT;

import io.tanshi.enrolment.eligibility.MajorName;
import io.tanshi.enrolment.jooq.tables.records.MajorRulingRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stored rulings; a revoked one stays. */
@Repository
class RulingStore {

    /** A ruling on a single case, which opened a clause for one application. */
    record Case(
            String ruleSet, String level, int clause, String subject, String reason, Instant decidedAt, String by) {}

    private final DSLContext db;

    RulingStore(DSLContext db) {
        this.db = db;
    }

    /** @return false when a ruling on the major is in force already */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(StoredRuling ruling) {
        return db.insertInto(MAJOR_RULING)
                        .set(MAJOR_RULING.ID, ruling.id())
                        .set(MAJOR_RULING.RULE_SET, ruling.ruleSet())
                        .set(MAJOR_RULING.MAJOR_KEY, ruling.key())
                        .set(MAJOR_RULING.MAJOR, ruling.major())
                        .set(MAJOR_RULING.RELATED, ruling.related())
                        .set(MAJOR_RULING.REASON, ruling.reason())
                        .set(MAJOR_RULING.APPLICATION_ID, ruling.application())
                        .set(MAJOR_RULING.DECIDED_AT, time(ruling.decidedAt()))
                        .set(MAJOR_RULING.DECIDED_BY, ruling.decidedBy())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @return false when it is revoked already or unknown */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean revoke(UUID id, StoredRuling.Revocation revocation) {
        return db.update(MAJOR_RULING)
                        .set(MAJOR_RULING.REVOKED_AT, time(revocation.at()))
                        .set(MAJOR_RULING.REVOKED_BY, revocation.by())
                        .set(MAJOR_RULING.REVOKE_REASON, revocation.reason())
                        .where(MAJOR_RULING.ID.eq(id))
                        .and(MAJOR_RULING.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<StoredRuling> find(UUID id) {
        return list(MAJOR_RULING.ID.eq(id), 0, 1).stream().findFirst();
    }

    List<StoredRuling> inForce(String ruleSet) {
        return list(MAJOR_RULING.RULE_SET.eq(ruleSet).and(MAJOR_RULING.REVOKED_AT.isNull()), 0, Integer.MAX_VALUE);
    }

    /** What has ever been ruled on one major, newest first. */
    List<StoredRuling> on(String ruleSet, String key) {
        return list(MAJOR_RULING.RULE_SET.eq(ruleSet).and(MAJOR_RULING.MAJOR_KEY.eq(key)), 0, Integer.MAX_VALUE);
    }

    List<StoredRuling> search(String ruleSet, String words, int page, int size) {
        return list(searched(ruleSet, words), page * size, size);
    }

    int count(String ruleSet, String words) {
        return db.fetchCount(MAJOR_RULING, searched(ruleSet, words));
    }

    private static Condition searched(String ruleSet, String words) {
        Condition ofSet = ruleSet.isEmpty() ? DSL.noCondition() : MAJOR_RULING.RULE_SET.eq(ruleSet);
        String plain = MajorName.plain(words);
        return plain.isEmpty()
                ? ofSet
                : ofSet.and(MAJOR_RULING
                        .MAJOR_KEY
                        .containsIgnoreCase(plain)
                        .or(MAJOR_RULING.REASON.containsIgnoreCase(words.strip())));
    }

    /** Rulings on single cases, newest first; those that only followed a precedent are no precedents themselves. */
    List<Case> cases(String ruleSet, String words, int limit) {
        Condition ofSet = ruleSet.isEmpty() ? DSL.noCondition() : PRECEDENT.RULE_SET.eq(ruleSet);
        Condition found = words.isBlank()
                ? DSL.noCondition()
                : PRECEDENT
                        .SUBJECT
                        .containsIgnoreCase(words.strip())
                        .or(PRECEDENT.REASON.containsIgnoreCase(words.strip()));
        return db.selectFrom(PRECEDENT)
                .where(ofSet.and(found).and(PRECEDENT.REASON.notLikeRegex("^按 [0-9-]{10} 的先例认定")))
                .orderBy(PRECEDENT.DECIDED_AT.desc(), PRECEDENT.ID.desc())
                .limit(limit)
                .fetch(r -> new Case(
                        r.getRuleSet(),
                        r.getLevel(),
                        r.getClause(),
                        r.getSubject(),
                        r.getReason(),
                        r.getDecidedAt().toInstant(),
                        r.getDecidedBy()));
    }

    private List<StoredRuling> list(Condition condition, int offset, int limit) {
        return db.selectFrom(MAJOR_RULING)
                .where(condition)
                .orderBy(MAJOR_RULING.DECIDED_AT.desc(), MAJOR_RULING.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(RulingStore::ruling);
    }

    private static StoredRuling ruling(MajorRulingRecord r) {
        OffsetDateTime revoked = r.getRevokedAt();
        return new StoredRuling(
                r.getId(),
                r.getRuleSet(),
                r.getMajorKey(),
                r.getMajor(),
                r.getRelated(),
                r.getReason(),
                r.getApplicationId(),
                r.getDecidedAt().toInstant(),
                r.getDecidedBy(),
                revoked == null
                        ? null
                        : new StoredRuling.Revocation(revoked.toInstant(), r.getRevokedBy(), r.getRevokeReason()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
