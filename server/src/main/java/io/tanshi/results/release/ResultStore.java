package io.tanshi.results.release;

import static io.tanshi.results.jooq.Tables.RESULT;
import static io.tanshi.results.jooq.Tables.RESULT_EVENT;

import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.itembank.ItemType;
import io.tanshi.kernel.Ids;
import io.tanshi.kernel.Score;
import io.tanshi.marking.ScriptScores;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.results.Result;
import io.tanshi.results.ResultId;
import io.tanshi.results.ResultState;
import io.tanshi.results.Results;
import io.tanshi.results.jooq.tables.records.ResultRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored results; every change of state leaves a row of history. */
@Repository
class ResultStore implements Results {

    private final DSLContext db;
    private final Clock clock;

    ResultStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Stores a composed result; an admission that already has one is left alone. */
    void compose(Admission admission, ScriptScores scores, Score passMark) {
        ResultId id = ResultId.next();
        int inserted = db.insertInto(RESULT)
                .set(RESULT.ID, id.value())
                .set(RESULT.ADMISSION_ID, admission.id().value())
                .set(RESULT.PERSON_ID, admission.personId().value())
                .set(RESULT.SITTING_ID, admission.sittingId().value())
                .set(RESULT.LEVEL, admission.level().name())
                .set(RESULT.SINGLE_CHOICE, section(scores, ItemType.SINGLE_CHOICE))
                .set(RESULT.MULTIPLE_CHOICE, section(scores, ItemType.MULTIPLE_CHOICE))
                .set(RESULT.EXTENDED_TEXT, section(scores, ItemType.EXTENDED_TEXT))
                .set(RESULT.TOTAL, scores.total().points())
                .set(RESULT.PASS_MARK, passMark.points())
                .set(RESULT.PASSED, scores.total().compareTo(passMark) >= 0)
                .set(RESULT.STATE, ResultState.COMPOSED.name())
                .set(RESULT.COMPOSED_AT, now())
                .onConflictDoNothing()
                .execute();
        if (inserted == 1) {
            history(id.value(), "", ResultState.COMPOSED, null, "marked");
        }
    }

    private static BigDecimal section(ScriptScores scores, ItemType type) {
        return scores.sections().getOrDefault(type, Score.ZERO).points();
    }

    /** All results of a sitting in a state, locked for the act that follows. */
    List<ResultRecord> lock(SittingId sitting, ResultState state) {
        return db.selectFrom(RESULT)
                .where(RESULT.SITTING_ID.eq(sitting.value()))
                .and(RESULT.STATE.eq(state.name()))
                .orderBy(RESULT.ID)
                .forUpdate()
                .fetch();
    }

    void approve(ResultRecord result, AccountId by) {
        result.setState(ResultState.APPROVED.name());
        result.setApprovedBy(by.value());
        result.update();
        history(result.getId(), ResultState.COMPOSED.name(), ResultState.APPROVED, by, "approved");
    }

    Result release(ResultRecord result, AccountId by, Instant at) {
        result.setState(ResultState.RELEASED.name());
        result.setReleasedBy(by.value());
        result.setReleasedAt(at.atZone(clock.getZone()).toOffsetDateTime());
        result.update();
        history(result.getId(), ResultState.APPROVED.name(), ResultState.RELEASED, by, "released");
        return read(result);
    }

    private void history(UUID result, String from, ResultState to, @Nullable AccountId by, String reason) {
        db.insertInto(RESULT_EVENT)
                .set(RESULT_EVENT.ID, Ids.next())
                .set(RESULT_EVENT.RESULT_ID, result)
                .set(RESULT_EVENT.FROM_STATE, from)
                .set(RESULT_EVENT.TO_STATE, to.name())
                .set(RESULT_EVENT.BY_ACCOUNT, by == null ? null : by.value())
                .set(RESULT_EVENT.REASON, reason)
                .set(RESULT_EVENT.AT, now())
                .execute();
    }

    @Transactional(readOnly = true)
    List<Result> ofSitting(SittingId sitting) {
        return db.selectFrom(RESULT)
                .where(RESULT.SITTING_ID.eq(sitting.value()))
                .orderBy(RESULT.LEVEL, RESULT.TOTAL.desc(), RESULT.ID)
                .fetch(ResultStore::read);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Result> of(PersonId person) {
        return db.selectFrom(RESULT)
                .where(RESULT.PERSON_ID.eq(person.value()))
                .and(RESULT.STATE.eq(ResultState.RELEASED.name()))
                .orderBy(RESULT.RELEASED_AT.desc())
                .fetch(ResultStore::read);
    }

    private static Result read(ResultRecord r) {
        return new Result(
                new ResultId(r.getId()),
                new AdmissionId(r.getAdmissionId()),
                new PersonId(r.getPersonId()),
                new SittingId(r.getSittingId()),
                Level.valueOf(r.getLevel()),
                new Score(r.getSingleChoice()),
                new Score(r.getMultipleChoice()),
                new Score(r.getExtendedText()),
                new Score(r.getTotal()),
                new Score(r.getPassMark()),
                ResultState.valueOf(r.getState()),
                r.getReleasedAt());
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
