package io.tanshi.delivery.lockdown.trial;

import static io.tanshi.delivery.jooq.Tables.TRIAL_RUN;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.jooq.tables.records.TrialRunRecord;
import io.tanshi.delivery.lockdown.Nonces;
import io.tanshi.delivery.lockdown.trial.TrialRun.Outcome;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored trials. */
@Repository
class TrialStore {

    private static final TypeReference<List<Outcome>> OUTCOMES = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    TrialStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void begin(PersonId person, SittingId sitting, String code, Instant until) {
        db.insertInto(TRIAL_RUN)
                .set(TRIAL_RUN.ID, Ids.next())
                .set(TRIAL_RUN.SITTING_ID, sitting.value())
                .set(TRIAL_RUN.PERSON_ID, person.value())
                .set(TRIAL_RUN.CODE_HASH, Nonces.hash(code))
                .set(TRIAL_RUN.CODE_UNTIL, at(until))
                .execute();
    }

    /** Gives a new token for a code that still holds; an earlier token of it ends. */
    Optional<TrialRun> enter(String code, String token, Instant now) {
        return db.update(TRIAL_RUN)
                .set(TRIAL_RUN.TOKEN_HASH, Nonces.hash(token))
                .where(TRIAL_RUN.CODE_HASH.eq(Nonces.hash(code)))
                .and(TRIAL_RUN.CODE_UNTIL.ge(at(now)))
                .and(TRIAL_RUN.FINISHED_AT.isNull())
                .returning()
                .fetchOptional(this::read);
    }

    Optional<TrialRun> byToken(String token) {
        return one(TRIAL_RUN.TOKEN_HASH.eq(Nonces.hash(token)));
    }

    Optional<TrialRun> find(UUID id) {
        return one(TRIAL_RUN.ID.eq(id));
    }

    void proven(UUID id) {
        db.update(TRIAL_RUN)
                .set(TRIAL_RUN.SEB_PROVEN, true)
                .where(TRIAL_RUN.ID.eq(id))
                .execute();
    }

    /** False when the run is finished already. */
    boolean finish(UUID id, TrialRun.Result result) {
        return db.update(TRIAL_RUN)
                        .set(TRIAL_RUN.FINISHED_AT, result.at())
                        .set(TRIAL_RUN.MACHINE, result.machine())
                        .set(TRIAL_RUN.PASSED, result.passed())
                        .set(TRIAL_RUN.CHECKS, JSONB.valueOf(json.writeValueAsString(result.outcomes())))
                        .where(TRIAL_RUN.ID.eq(id))
                        .and(TRIAL_RUN.FINISHED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False when there is no failed run to be let pass. */
    boolean override(UUID id, String reason, Actor by, Instant now) {
        return db.update(TRIAL_RUN)
                        .set(TRIAL_RUN.OVERRIDE_REASON, reason)
                        .set(TRIAL_RUN.OVERRIDDEN_AT, at(now))
                        .set(TRIAL_RUN.OVERRIDDEN_BY_LABEL, by.label())
                        .where(TRIAL_RUN.ID.eq(id))
                        .and(TRIAL_RUN.PASSED.isFalse())
                        .and(TRIAL_RUN.OVERRIDDEN_AT.isNull())
                        .execute()
                == 1;
    }

    /** Finished ones, the latest first. */
    List<TrialRun> of(PersonId person, SittingId sitting) {
        return finished(TRIAL_RUN.PERSON_ID.eq(person.value()).and(TRIAL_RUN.SITTING_ID.eq(sitting.value())));
    }

    /** The latest finished one of each person. */
    Map<PersonId, TrialRun> latestOf(SittingId sitting) {
        return finished(TRIAL_RUN.SITTING_ID.eq(sitting.value())).stream()
                .collect(Collectors.toMap(TrialRun::person, run -> run, (later, earlier) -> later));
    }

    private List<TrialRun> finished(Condition condition) {
        return db.selectFrom(TRIAL_RUN)
                .where(condition)
                .and(TRIAL_RUN.FINISHED_AT.isNotNull())
                .orderBy(TRIAL_RUN.FINISHED_AT.desc())
                .fetch(this::read);
    }

    private Optional<TrialRun> one(Condition condition) {
        return db.selectFrom(TRIAL_RUN).where(condition).fetchOptional(this::read);
    }

    private TrialRun read(TrialRunRecord row) {
        return new TrialRun(
                row.getId(),
                new SittingId(row.getSittingId()),
                new PersonId(row.getPersonId()),
                row.getSebProven(),
                result(row),
                override(row));
    }

    private TrialRun.@Nullable Result result(TrialRunRecord row) {
        OffsetDateTime at = row.getFinishedAt();
        return at == null
                ? null
                : new TrialRun.Result(
                        at,
                        row.getMachine(),
                        row.getPassed(),
                        json.readValue(row.getChecks().data(), OUTCOMES));
    }

    private static TrialRun.@Nullable LetPass override(TrialRunRecord row) {
        OffsetDateTime at = row.getOverriddenAt();
        return at == null ? null : new TrialRun.LetPass(at, row.getOverriddenByLabel(), row.getOverrideReason());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
