package io.tanshi.enrolment.application;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.Applications;
import io.tanshi.enrolment.jooq.tables.records.ApplicationRecord;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class StoredApplications implements Applications {

    private final DSLContext db;

    StoredApplications(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Summary> find(ApplicationId id) {
        return list(APPLICATION.ID.eq(id.value()), APPLICATION.ID.asc()).stream()
                .findFirst();
    }

    @Override
    public List<Summary> ofPerson(PersonId person) {
        return list(APPLICATION.PERSON_ID.eq(person.value()), APPLICATION.CREATED_AT.desc());
    }

    @Override
    public Optional<Summary> approved(PersonId person, SittingId sitting) {
        return list(
                        APPLICATION
                                .PERSON_ID
                                .eq(person.value())
                                .and(APPLICATION.SITTING_ID.eq(sitting.value()))
                                .and(APPLICATION.STATE.eq(ApplicationState.APPROVED.name())),
                        APPLICATION.DECIDED_AT.asc())
                .stream()
                .findFirst();
    }

    @Override
    public List<Summary> approvedOf(SittingId sitting) {
        return list(
                APPLICATION.SITTING_ID.eq(sitting.value()).and(APPLICATION.STATE.eq(ApplicationState.APPROVED.name())),
                APPLICATION.DECIDED_AT.asc());
    }

    private List<Summary> list(Condition condition, OrderField<?> order) {
        return db.selectFrom(APPLICATION).where(condition).orderBy(order).fetch(StoredApplications::summary);
    }

    private static Summary summary(ApplicationRecord r) {
        return new Summary(
                new ApplicationId(r.getId()),
                new PersonId(r.getPersonId()),
                new InstitutionId(r.getInstitutionId()),
                new SittingId(r.getSittingId()),
                Level.valueOf(r.getLevel()),
                ApplicationState.valueOf(r.getState()),
                instant(r.getSubmittedAt()),
                instant(r.getDecidedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
