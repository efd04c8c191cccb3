package io.tanshi.delivery.lockdown;

import static io.tanshi.delivery.jooq.Tables.ATTEMPT;
import static io.tanshi.delivery.jooq.Tables.LOCKDOWN_EXEMPTION;
import static io.tanshi.delivery.jooq.Tables.LOCKDOWN_SESSION;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.runner.OwnSessions.Own;
import io.tanshi.exam.AdmissionId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored proofs and exemptions. */
@Repository
class LockBook {

    private final DSLContext db;

    LockBook(DSLContext db) {
        this.db = db;
    }

    /** Of the latest entry that gave a proof. */
    Optional<Lock> latest(Own own) {
        return db.selectFrom(LOCKDOWN_SESSION)
                .where(LOCKDOWN_SESSION.ATTEMPT_ID.eq(own.attempt().value()))
                .orderBy(LOCKDOWN_SESSION.SESSION_NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Lock(
                        own,
                        LockState.valueOf(row.getState()),
                        row.getSessionNumber(),
                        row.getNonceHash(),
                        row.getHeaderSeen(),
                        row.getChangedAt().toInstant()));
    }

    void put(Lock lock, byte[] page, Instant since) {
        db.insertInto(LOCKDOWN_SESSION)
                .set(LOCKDOWN_SESSION.ATTEMPT_ID, lock.own().attempt().value())
                .set(LOCKDOWN_SESSION.SESSION_NUMBER, lock.provenIn())
                .set(LOCKDOWN_SESSION.STATE, lock.state().name())
                .set(LOCKDOWN_SESSION.NONCE_HASH, page)
                .set(LOCKDOWN_SESSION.HEADER_SEEN, lock.headerSeen())
                .set(LOCKDOWN_SESSION.CHANGED_AT, since.atOffset(ZoneOffset.UTC))
                .onConflict(LOCKDOWN_SESSION.ATTEMPT_ID, LOCKDOWN_SESSION.SESSION_NUMBER)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    boolean isExempt(AdmissionId admission) {
        return db.fetchExists(LOCKDOWN_EXEMPTION, LOCKDOWN_EXEMPTION.ADMISSION_ID.eq(admission.value()));
    }

    /** False when the candidate was exempt already. */
    boolean exempt(AdmissionId admission, SittingId sitting, String reason, Actor by, Instant at) {
        return db.insertInto(LOCKDOWN_EXEMPTION)
                        .set(LOCKDOWN_EXEMPTION.ADMISSION_ID, admission.value())
                        .set(LOCKDOWN_EXEMPTION.SITTING_ID, sitting.value())
                        .set(LOCKDOWN_EXEMPTION.REASON, reason)
                        .set(LOCKDOWN_EXEMPTION.EXEMPTED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(LOCKDOWN_EXEMPTION.EXEMPTED_BY_LABEL, by.label())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Set<AdmissionId> exemptOf(SittingId sitting) {
        return new HashSet<>(db.select(LOCKDOWN_EXEMPTION.ADMISSION_ID)
                .from(LOCKDOWN_EXEMPTION)
                .where(LOCKDOWN_EXEMPTION.SITTING_ID.eq(sitting.value()))
                .fetch(row -> new AdmissionId(row.value1())));
    }

    /** How the lock of each attempt stands; a hold outlives a new entry. */
    Map<AdmissionId, LockState> statesOf(SittingId sitting) {
        Map<AdmissionId, LockState> states = new HashMap<>();
        db.select(ATTEMPT.ADMISSION_ID, ATTEMPT.SESSION_NUMBER, LOCKDOWN_SESSION.SESSION_NUMBER, LOCKDOWN_SESSION.STATE)
                .from(ATTEMPT)
                .leftJoin(LOCKDOWN_SESSION)
                .on(LOCKDOWN_SESSION.ATTEMPT_ID.eq(ATTEMPT.ID))
                .where(ATTEMPT.SITTING_ID.eq(sitting.value()))
                .and(ATTEMPT.SESSION_NUMBER.gt(0))
                .orderBy(LOCKDOWN_SESSION.SESSION_NUMBER)
                .forEach(row -> states.put(
                        new AdmissionId(row.value1()),
                        standing(row.value4(), row.value2().equals(row.value3()))));
        return states;
    }

    static LockState standing(@Nullable String stored, boolean ofThisEntry) {
        LockState state = stored == null ? LockState.UNPROVEN : LockState.valueOf(stored);
        return ofThisEntry || state == LockState.HELD ? state : LockState.UNPROVEN;
    }
}
