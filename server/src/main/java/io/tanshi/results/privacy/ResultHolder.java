package io.tanshi.results.privacy;

import static io.tanshi.results.jooq.Tables.RESULT;

import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import io.tanshi.results.ResultState;
import io.tanshi.results.jooq.tables.records.ResultRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The results of a person; points without a name are nobody's, so nothing of them is erased. */
@Component
@Order(4)
class ResultHolder implements PersonalDataHolder {

    private final DSLContext db;
    private final Sittings sittings;

    ResultHolder(DSLContext db, Sittings sittings) {
        this.db = db;
        this.sittings = sittings;
    }

    @Override
    public List<Holding> holdings(PersonId person) {
        return db.selectFrom(RESULT)
                .where(RESULT.PERSON_ID.eq(person.value()))
                .orderBy(RESULT.COMPOSED_AT.desc())
                .fetch(this::holding);
    }

    /** Before its release a result is nobody's to know. */
    private Holding holding(ResultRecord result) {
        ResultState state = ResultState.valueOf(result.getState());
        Map<String, String> facts = state == ResultState.RELEASED
                ? Map.of("总分", result.getTotal().toPlainString(), "结论", result.getPassed() ? "合格" : "不合格")
                : Map.of();
        return new Holding("成绩", name(result.getSittingId()), state.label(), facts);
    }

    @Override
    public List<String> obstacles(PersonId person) {
        return db.select(RESULT.SITTING_ID)
                .from(RESULT)
                .where(RESULT.PERSON_ID.eq(person.value()))
                .and(RESULT.STATE.ne(ResultState.RELEASED.name()))
                .fetch(r -> name(r.value1()) + "的成绩还没有发布。");
    }

    @ApplicationModuleListener
    void on(PersonMerged merged) {
        db.update(RESULT)
                .set(RESULT.PERSON_ID, merged.into().value())
                .where(RESULT.PERSON_ID.eq(merged.from().value()))
                .execute();
    }

    private String name(UUID sitting) {
        return sittings.find(new SittingId(sitting)).map(Sitting::name).orElse("已不存在的考期");
    }
}
