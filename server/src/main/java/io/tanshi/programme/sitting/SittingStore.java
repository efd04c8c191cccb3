package io.tanshi.programme.sitting;

import static io.tanshi.programme.jooq.Tables.SITTING;
import static io.tanshi.programme.jooq.Tables.SITTING_CHANGE;

import io.tanshi.kernel.Ids;
import io.tanshi.programme.DeadlineRules;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Timetable;
import io.tanshi.programme.jooq.tables.records.SittingRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored sittings and the history of each. */
@Repository
class SittingStore {

    /**
     * One line of a sitting's history.
     *
     * @param verb e.g. 建立, 改期
     * @param detail what changed, before and after
     */
    record SittingChange(Instant at, String actor, String verb, String reason, String detail) {}

    /**
     * What a new sitting takes over from the latest one.
     *
     * @param ownMaterials whether it asks for other papers than the standard
     */
    record Copied(String code, LocalTime startsAt, String ruleSet, boolean ownMaterials) {}

    private final DSLContext db;
    private final JsonMapper json;

    SittingStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<PlannedSitting> find(SittingId id) {
        return select(SITTING.ID.eq(id.value())).stream().findFirst();
    }

    Optional<PlannedSitting> findByCode(String code) {
        return select(SITTING.CODE.eq(code)).stream().findFirst();
    }

    /** Earliest first. */
    List<PlannedSitting> from(LocalDate day) {
        return select(SITTING.EXAM_DATE.ge(day));
    }

    /** Earliest first. */
    List<PlannedSitting> all() {
        return select(DSL.noCondition());
    }

    /** What the latest sitting uses, which a new one takes over; empty when there is none. */
    Optional<Copied> latest() {
        return db.selectFrom(SITTING)
                .orderBy(SITTING.EXAM_DATE.desc())
                .limit(1)
                .fetchOptional(r -> new Copied(r.getCode(), r.getStartsAt(), r.getRuleSet(), r.getMaterials() != null));
    }

    /** Adds one with conditions and papers of the latest sitting; the first of all takes {@code ruleSet}. */
    void add(PlannedSitting sitting, String ruleSet) {
        SittingRecord row = db.newRecord(SITTING);
        row.setRuleSet(ruleSet);
        db.selectFrom(SITTING)
                .orderBy(SITTING.EXAM_DATE.desc())
                .limit(1)
                .fetchOptional()
                .ifPresent(last -> {
                    row.setRuleSet(last.getRuleSet());
                    row.setMaterials(last.getMaterials());
                });
        row.setId(sitting.id().value());
        row.setCode(sitting.code());
        row.setRules(JSONB.valueOf(json.writeValueAsString(sitting.basis().rules())));
        write(sitting, row);
        row.insert();
    }

    /** @return false when someone else changed the sitting since version {@code expected} */
    boolean replace(PlannedSitting sitting, int expected) {
        SittingRecord row = db.newRecord(SITTING);
        write(sitting, row);
        return db.update(SITTING)
                        .set(row)
                        .where(SITTING.ID.eq(sitting.id().value()))
                        .and(SITTING.VERSION.eq(expected))
                        .execute()
                == 1;
    }

    void note(SittingId id, SittingChange change) {
        db.insertInto(SITTING_CHANGE)
                .set(SITTING_CHANGE.ID, Ids.next())
                .set(SITTING_CHANGE.SITTING_ID, id.value())
                .set(SITTING_CHANGE.AT, change.at().atZone(ReviewPromise.ZONE).toOffsetDateTime())
                .set(SITTING_CHANGE.ACTOR, change.actor())
                .set(SITTING_CHANGE.VERB, change.verb())
                .set(SITTING_CHANGE.REASON, change.reason())
                .set(SITTING_CHANGE.DETAIL, change.detail())
                .execute();
    }

    /** Newest first. */
    List<SittingChange> history(SittingId id) {
        return db.selectFrom(SITTING_CHANGE)
                .where(SITTING_CHANGE.SITTING_ID.eq(id.value()))
                .orderBy(SITTING_CHANGE.AT.desc(), SITTING_CHANGE.ID.desc())
                .fetch(r -> new SittingChange(
                        r.getAt().toInstant(), r.getActor(), r.getVerb(), r.getReason(), r.getDetail()));
    }

    private List<PlannedSitting> select(Condition condition) {
        return db.selectFrom(SITTING)
                .where(condition)
                .orderBy(SITTING.EXAM_DATE)
                .fetch(this::read);
    }

    private static void write(PlannedSitting sitting, SittingRecord row) {
        Timetable.Basis basis = sitting.basis();
        row.setExamDate(basis.examDate());
        row.setStartsAt(basis.startsAt());
        row.setRegistrationCloses(basis.registrationCloses());
        row.setRegistrationBasis(sitting.registrationBasis());
        row.setLookupOpened(basis.lookupOpened());
        row.setVersion(sitting.version());
    }

    private PlannedSitting read(SittingRecord row) {
        return new PlannedSitting(
                new SittingId(row.getId()),
                YearMonth.parse(row.getCode()),
                new Timetable.Basis(
                        row.getExamDate(),
                        row.getStartsAt(),
                        row.getRegistrationCloses(),
                        row.getLookupOpened(),
                        json.readValue(row.getRules().data(), DeadlineRules.class)),
                row.getRegistrationBasis(),
                row.getVersion());
    }
}
