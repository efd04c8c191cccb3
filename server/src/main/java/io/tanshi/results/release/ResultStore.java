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

    /** Stores a composed result. One that is there already follows its paper until it is approved. */
    void compose(Admission admission, ScriptScores scores, Score passMark) {
        if (recompose(admission.id(), scores, passMark)) {
            return;
        }
        ResultId id = ResultId.next();
        ResultRecord row = db.newRecord(RESULT);
        row.setId(id.value());
        row.setAdmissionId(admission.id().value());
        row.setPersonId(admission.personId().value());
        row.setSittingId(admission.sittingId().value());
        row.setLevel(admission.level().name());
        fill(row, scores, passMark);
        row.setState(ResultState.COMPOSED.name());
        int inserted = db.insertInto(RESULT).set(row).onConflictDoNothing().execute();
        if (inserted == 1) {
            history(id.value(), "", ResultState.COMPOSED, null, "marked");
        }
    }

    private boolean recompose(AdmissionId admission, ScriptScores scores, Score passMark) {
        ResultRecord row = db.selectFrom(RESULT)
                .where(RESULT.ADMISSION_ID.eq(admission.value()))
                .and(RESULT.STATE.eq(ResultState.COMPOSED.name()))
                .forUpdate()
                .fetchOne();
        if (row == null) {
            return false;
        }
        fill(row, scores, passMark);
        row.update();
        history(row.getId(), ResultState.COMPOSED.name(), ResultState.COMPOSED, null, "marked again");
        return true;
    }

    private void fill(ResultRecord row, ScriptScores scores, Score passMark) {
        row.setSingleChoice(section(scores, ItemType.SINGLE_CHOICE));
        row.setMultipleChoice(section(scores, ItemType.MULTIPLE_CHOICE));
        row.setExtendedText(section(scores, ItemType.EXTENDED_TEXT));
        row.setTotal(scores.total().points());
        row.setPassMark(passMark.points());
        row.setPassed(scores.total().compareTo(passMark) >= 0);
        row.setComposedAt(now());
    }

    /** Whether the result has gone further than composed. */
    boolean isFixed(AdmissionId admission) {
        return db.fetchExists(
                RESULT, RESULT.ADMISSION_ID.eq(admission.value()).and(RESULT.STATE.ne(ResultState.COMPOSED.name())));
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
