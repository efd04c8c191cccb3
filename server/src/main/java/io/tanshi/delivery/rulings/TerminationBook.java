package io.tanshi.delivery.rulings;

import static io.tanshi.delivery.jooq.Tables.TERMINATION;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.jooq.tables.records.TerminationRecord;
import io.tanshi.kernel.Ids;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Proposals to end an attempt. */
@Repository
class TerminationBook {

    private final DSLContext db;

    TerminationBook(DSLContext db) {
        this.db = db;
    }

    record Proposal(UUID id, SittingId sitting, AttemptId attempt, String reason, Instant at, UUID by, String label) {}

    /** @return false when one is open for this attempt */
    boolean propose(SittingId sitting, AttemptId attempt, String reason, Actor by, Instant now) {
        return db.insertInto(TERMINATION)
                        .set(TERMINATION.ID, Ids.next())
                        .set(TERMINATION.SITTING_ID, sitting.value())
                        .set(TERMINATION.ATTEMPT_ID, attempt.value())
                        .set(TERMINATION.REASON, reason)
                        .set(TERMINATION.STATE, "PROPOSED")
                        .set(TERMINATION.PROPOSED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(TERMINATION.PROPOSED_BY, LostTimeDesk.account(by))
                        .set(TERMINATION.PROPOSED_LABEL, by.label())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<Proposal> open(SittingId sitting) {
        return db.selectFrom(TERMINATION)
                .where(TERMINATION.SITTING_ID.eq(sitting.value()))
                .and(TERMINATION.STATE.eq("PROPOSED"))
                .orderBy(TERMINATION.PROPOSED_AT)
                .fetch(TerminationBook::read);
    }

    Optional<Proposal> find(UUID id) {
        return db.selectFrom(TERMINATION)
                .where(TERMINATION.ID.eq(id))
                .and(TERMINATION.STATE.eq("PROPOSED"))
                .fetchOptional(TerminationBook::read);
    }

    boolean decide(UUID id, boolean confirmed, Actor by, Instant now) {
        return db.update(TERMINATION)
                        .set(TERMINATION.STATE, confirmed ? "CONFIRMED" : "REFUSED")
                        .set(TERMINATION.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(TERMINATION.DECIDED_BY, LostTimeDesk.account(by))
                        .set(TERMINATION.DECIDED_LABEL, by.label())
                        .where(TERMINATION.ID.eq(id))
                        .and(TERMINATION.STATE.eq("PROPOSED"))
                        .execute()
                == 1;
    }

    private static Proposal read(TerminationRecord row) {
        return new Proposal(
                row.getId(),
                new SittingId(row.getSittingId()),
                new AttemptId(row.getAttemptId()),
                row.getReason(),
                row.getProposedAt().toInstant(),
                row.getProposedBy(),
                row.getProposedLabel());
    }
}
