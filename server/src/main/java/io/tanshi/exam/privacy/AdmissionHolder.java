package io.tanshi.exam.privacy;

import static io.tanshi.exam.jooq.Tables.ADMISSION;
import static io.tanshi.exam.jooq.Tables.CANDIDACY;
import static io.tanshi.exam.jooq.Tables.ROOM;
import static io.tanshi.exam.jooq.Tables.RUN;
import static io.tanshi.exam.jooq.Tables.SITE;

import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The seats of a person in sittings; a seat without a name is nobody's, so nothing of it is erased. */
@Component
@Order(3)
class AdmissionHolder implements PersonalDataHolder {

    private static final Map<String, String> STATES = Map.of("SEATED", "已编排", "ENTERED", "已参加", "ABSENT", "缺考");

    private final DSLContext db;
    private final Sittings sittings;

    AdmissionHolder(DSLContext db, Sittings sittings) {
        this.db = db;
        this.sittings = sittings;
    }

    @Override
    public List<Holding> holdings(PersonId person) {
        return db.select()
                .from(ADMISSION)
                .join(ROOM)
                .on(ROOM.ID.eq(ADMISSION.ROOM_ID))
                .join(SITE)
                .on(SITE.ID.eq(ROOM.SITE_ID))
                .where(ADMISSION.PERSON_ID.eq(person.value()))
                .orderBy(ADMISSION.ADMITTED_AT.desc())
                .fetch(this::holding);
    }

    private Holding holding(Record row) {
        return new Holding(
                "考试",
                name(row.get(ADMISSION.SITTING_ID)),
                STATES.getOrDefault(row.get(ADMISSION.STATE), "已编排"),
                Map.of(
                        "准考证号", row.get(ADMISSION.TICKET_NUMBER),
                        "考点", row.get(SITE.NAME),
                        "考场", row.get(ROOM.NAME),
                        "座位", row.get(ADMISSION.SEAT) + " 号"));
    }

    @Override
    public List<String> conflicts(PersonId from, PersonId into) {
        Set<UUID> both = new HashSet<>(sittingsOf(from));
        both.retainAll(sittingsOf(into));
        return both.stream().map(id -> "两人在 " + name(id) + "都已取得考试资格。").toList();
    }

    private Set<UUID> sittingsOf(PersonId person) {
        return db.select(CANDIDACY.SITTING_ID)
                .from(CANDIDACY)
                .where(CANDIDACY.PERSON_ID.eq(person.value()))
                .union(DSL.select(ADMISSION.SITTING_ID)
                        .from(ADMISSION)
                        .where(ADMISSION.PERSON_ID.eq(person.value())))
                .fetchSet(r -> r.value1());
    }

    @Override
    public List<String> obstacles(PersonId person) {
        return db.select(ADMISSION.SITTING_ID)
                .from(ADMISSION)
                .where(ADMISSION.PERSON_ID.eq(person.value()))
                .andNotExists(DSL.selectOne()
                        .from(RUN)
                        .where(RUN.SITTING_ID.eq(ADMISSION.SITTING_ID))
                        .and(RUN.STATE.eq("CLOSED")))
                .fetch(r -> name(r.value1()) + "已编排考位，考试还没有结束。");
    }

    @ApplicationModuleListener
    void on(PersonMerged merged) {
        UUID from = merged.from().value();
        UUID into = merged.into().value();
        db.update(CANDIDACY)
                .set(CANDIDACY.PERSON_ID, into)
                .where(CANDIDACY.PERSON_ID.eq(from))
                .execute();
        db.update(ADMISSION)
                .set(ADMISSION.PERSON_ID, into)
                .where(ADMISSION.PERSON_ID.eq(from))
                .execute();
    }

    private String name(UUID sitting) {
        return sittings.find(new SittingId(sitting)).map(Sitting::name).orElse("已不存在的考期");
    }
}
