package io.tanshi.identity.institutions;

import static io.tanshi.identity.jooq.Tables.INSTITUTION;

import io.tanshi.identity.IdentityError;
import io.tanshi.identity.jooq.tables.records.InstitutionRecord;
import io.tanshi.identity.people.Institutions.Authorisation;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored institutions with all that the administrator keeps of them. */
@Repository
class InstitutionStore {

    static final String PURPOSE = "institution-contact";

    private final DSLContext db;
    private final DataKeys keys;
    private final JsonMapper json;

    InstitutionStore(DSLContext db, DataKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    List<Institution> all() {
        return db.selectFrom(INSTITUTION).orderBy(INSTITUTION.CODE).fetch(this::institution);
    }

    Optional<Institution> find(InstitutionId id) {
        return db.selectFrom(INSTITUTION).where(INSTITUTION.ID.eq(id.value())).fetchOptional(this::institution);
    }

    /** @return false when somebody else stored it since the version before */
    boolean replace(Institution institution) {
        Authorisation right = institution.authorisation();
        try {
            return db.update(INSTITUTION)
                            .set(INSTITUTION.NAME, institution.name())
                            .set(INSTITUTION.CONTACT, institution.office())
                            .set(INSTITUTION.CONTACT_CIPHER, sealed(institution))
                            .set(INSTITUTION.AUTHORISATION_NUMBER, right.number())
                            .set(INSTITUTION.AUTHORISED_FROM, right.from())
                            .set(INSTITUTION.AUTHORISED_TO, right.to())
                            .set(
                                    INSTITUTION.AUTHORISED_LEVELS,
                                    right.levels().stream().sorted().toArray(String[]::new))
                            .set(INSTITUTION.VERSION, institution.version())
                            .where(INSTITUTION.ID.eq(institution.id().value()))
                            .and(INSTITUTION.VERSION.eq(institution.version() - 1))
                            .execute()
                    == 1;
        } catch (DuplicateKeyException _) {
            throw Problem.of(IdentityError.NAME_TAKEN, "已有另一家机构叫“" + institution.name() + "”。请换一个名称。")
                    .field("name", "名称已被使用");
        }
    }

    /** @return false when it stands so already */
    boolean setActive(InstitutionId id, boolean active) {
        String status = active ? "ACTIVE" : "SUSPENDED";
        return db.update(INSTITUTION)
                        .set(INSTITUTION.STATUS, status)
                        .where(INSTITUTION.ID.eq(id.value()))
                        .and(INSTITUTION.STATUS.ne(status))
                        .execute()
                == 1;
    }

    private @Nullable String sealed(Institution institution) {
        Institution.Contact contact = institution.contact();
        return contact == null
                ? null
                : keys.encryptText(
                        PURPOSE,
                        json.writeValueAsString(contact),
                        institution.id().toString());
    }

    private Institution.@Nullable Contact opened(UUID id, @Nullable String cipher) {
        return cipher == null
                ? null
                : json.readValue(keys.decryptText(PURPOSE, cipher, id.toString()), Institution.Contact.class);
    }

    private Institution institution(InstitutionRecord r) {
        return new Institution(
                new InstitutionId(r.getId()),
                r.getCode(),
                r.getName(),
                r.getContact(),
                opened(r.getId(), r.getContactCipher()),
                new Authorisation(
                        r.getAuthorisationNumber(),
                        r.getAuthorisedFrom(),
                        r.getAuthorisedTo(),
                        Set.of(r.getAuthorisedLevels())),
                r.getStatus().equals("ACTIVE"),
                r.getVersion());
    }
}
