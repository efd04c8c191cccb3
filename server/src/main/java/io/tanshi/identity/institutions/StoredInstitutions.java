package io.tanshi.identity.institutions;

import static io.tanshi.identity.jooq.Tables.INSTITUTION;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.jooq.tables.records.InstitutionRecord;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredInstitutions implements Institutions, InstitutionRegister {

    private final DSLContext db;
    private final AuditTrail trail;
    private final InstitutionHistory history;
    private final Clock clock;

    StoredInstitutions(DSLContext db, AuditTrail trail, InstitutionHistory history, Clock clock) {
        this.db = db;
        this.history = history;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public InstitutionId create(NewInstitution institution, Actor by) {
        InstitutionId id = InstitutionId.next();
        int inserted = db.insertInto(INSTITUTION)
                .set(INSTITUTION.ID, id.value())
                .set(INSTITUTION.CODE, institution.code())
                .set(INSTITUTION.NAME, institution.name())
                .set(INSTITUTION.CONTACT, institution.contact())
                .set(INSTITUTION.STATUS, "ACTIVE")
                .set(
                        INSTITUTION.CREATED_AT,
                        clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            throw Problem.of(IdentityError.NAME_TAKEN, "已有同名或同代码的机构“" + institution.name() + "”。请换一个名称或代码。")
                    .field("name", "名称或代码已被使用");
        }
        history.note(id, "建立", null, "代码 " + institution.code(), by);
        trail.record(by, "identity.institution-created", "institution", id, Map.of("code", institution.code()));
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public InstitutionView view(InstitutionId id) {
        return db.selectFrom(INSTITUTION)
                .where(INSTITUTION.ID.eq(id.value()))
                .fetchOptional(StoredInstitutions::view)
                .orElseThrow(() -> new NoSuchElementException("No institution " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Authorisation authorisation(InstitutionId id) {
        return db.selectFrom(INSTITUTION)
                .where(INSTITUTION.ID.eq(id.value()))
                .fetchOptional(r -> new Authorisation(
                        r.getAuthorisationNumber(),
                        r.getAuthorisedFrom(),
                        r.getAuthorisedTo(),
                        Set.of(r.getAuthorisedLevels())))
                .orElse(Authorisation.UNRECORDED);
    }

    @Override
    @Transactional(readOnly = true)
    public List<InstitutionView> all() {
        return db.selectFrom(INSTITUTION).orderBy(INSTITUTION.CODE).fetch(StoredInstitutions::view);
    }

    private static InstitutionView view(InstitutionRecord r) {
        return new InstitutionView(
                new InstitutionId(r.getId()),
                r.getCode(),
                r.getName(),
                r.getContact(),
                r.getStatus().equals("ACTIVE"));
    }
}
