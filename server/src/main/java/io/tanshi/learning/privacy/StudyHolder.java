package io.tanshi.learning.privacy;

import static io.tanshi.learning.jooq.Tables.LESSON_TIME;
import static io.tanshi.learning.jooq.Tables.STUDY;

import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.jooq.tables.records.StudyRecord;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The study of a person; hours without a name are nobody's, so nothing of it is erased. */
@Component
@Order(2)
class StudyHolder implements PersonalDataHolder {

    private final DSLContext db;
    private final Sittings sittings;

    StudyHolder(DSLContext db, Sittings sittings) {
        this.db = db;
        this.sittings = sittings;
    }

    @Override
    public List<Holding> holdings(PersonId person) {
        return db.selectFrom(STUDY)
                .where(STUDY.PERSON_ID.eq(person.value()))
                .orderBy(STUDY.OPENED_AT.desc())
                .fetch(this::holding);
    }

    private Holding holding(StudyRecord study) {
        boolean met = study.getMetAt() != null;
        return new Holding(
                "学习",
                name(study.getSittingId()),
                met ? "已学满" : "学习中",
                Map.of("已计入", Duration.ofMillis(counted(study.getId())).toMinutes() + " 分钟"));
    }

    private long counted(UUID study) {
        return db.select(DSL.coalesce(DSL.sum(LESSON_TIME.COUNTED_MILLIS), java.math.BigDecimal.ZERO))
                .from(LESSON_TIME)
                .where(LESSON_TIME.STUDY_ID.eq(study))
                .fetchSingle()
                .value1()
                .longValue();
    }

    @Override
    public List<String> conflicts(PersonId from, PersonId into) {
        Set<UUID> both = new HashSet<>(sittingsOf(from));
        both.retainAll(sittingsOf(into));
        return both.stream().map(id -> "两人在 " + name(id) + "都已开通学习。").toList();
    }

    private Set<UUID> sittingsOf(PersonId person) {
        return db.select(STUDY.SITTING_ID)
                .from(STUDY)
                .where(STUDY.PERSON_ID.eq(person.value()))
                .fetchSet(STUDY.SITTING_ID);
    }

    @ApplicationModuleListener
    void on(PersonMerged merged) {
        db.update(STUDY)
                .set(STUDY.PERSON_ID, merged.into().value())
                .where(STUDY.PERSON_ID.eq(merged.from().value()))
                .execute();
    }

    private String name(UUID sitting) {
        return sittings.find(new SittingId(sitting)).map(Sitting::name).orElse("已不存在的考期");
    }
}
