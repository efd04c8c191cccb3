package io.tanshi.delivery.emergency;

import static io.tanshi.delivery.jooq.Tables.EMERGENCY_FILE;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.jooq.tables.records.EmergencyFileRecord;
import io.tanshi.delivery.runner.FoundAnswers;
import io.tanshi.kernel.Ids;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The files that were brought in, as they came, and what was decided about them. */
@Repository
class EmergencyBook {

    /** What became of a file. */
    enum State {
        TAKEN("已收入"),
        WAITING("待裁定"),
        ADMITTED("已采纳"),
        DECLINED("不采纳");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final DSLContext db;

    EmergencyBook(DSLContext db) {
        this.db = db;
    }

    Optional<EmergencyFileRecord> find(UUID id) {
        return db.selectFrom(EMERGENCY_FILE).where(EMERGENCY_FILE.ID.eq(id)).fetchOptional();
    }

    Optional<EmergencyFileRecord> find(byte[] digest) {
        return db.selectFrom(EMERGENCY_FILE)
                .where(EMERGENCY_FILE.DIGEST.eq(digest))
                .fetchOptional();
    }

    /** For the decision: nobody else decides meanwhile. */
    EmergencyFileRecord lock(UUID id) {
        return db.selectFrom(EMERGENCY_FILE)
                .where(EMERGENCY_FILE.ID.eq(id))
                .forUpdate()
                .fetchSingle();
    }

    List<EmergencyFileRecord> of(SittingId sitting) {
        return db.selectFrom(EMERGENCY_FILE)
                .where(EMERGENCY_FILE.SITTING_ID.eq(sitting.value()))
                .orderBy(EMERGENCY_FILE.RECEIVED_AT.desc())
                .fetch();
    }

    EmergencyFileRecord store(
            EmergencyFile file, byte[] digest, String content, FoundAnswers.Taken taken, Actor by, Instant now) {
        EmergencyFileRecord row = db.newRecord(EMERGENCY_FILE);
        row.setId(Ids.next());
        row.setAttemptId(file.attempt().value());
        row.setSittingId(file.sitting().value());
        row.setDigest(digest);
        row.setContent(content);
        row.setSavedAt(at(file.savedAt()));
        row.setReceivedAt(at(now));
        row.setReceivedBy(Objects.requireNonNull(by.id()));
        row.setReceivedByLabel(by.label());
        row.setEntries(taken.fresh());
        row.setTaken(taken.taken());
        row.setBranched(taken.branched());
        row.setConflicts(taken.conflicts());
        row.setFirstSeq(taken.firstSeq());
        row.setLastSeq(taken.lastSeq());
        row.setFirstGiven(at(taken.firstGiven()));
        row.setLastGiven(at(taken.lastGiven()));
        row.setDeadline(at(taken.deadline()));
        row.setState((taken.isSettled() ? State.TAKEN : State.WAITING).name());
        row.store();
        return row;
    }

    void decide(EmergencyFileRecord row, State state, String reason, Actor by, Instant now) {
        row.setState(state.name());
        row.setReason(reason);
        row.setDecidedByLabel(by.label());
        row.setDecidedAt(at(now));
        row.update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
