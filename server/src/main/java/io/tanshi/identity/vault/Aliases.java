package io.tanshi.identity.vault;

import static io.tanshi.identity.jooq.Tables.PERSON_ALIAS;

import io.tanshi.identity.session.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Persons who turned out to be others. */
@Repository
public class Aliases {

    private final DSLContext db;

    Aliases(DSLContext db) {
        this.db = db;
    }

    /** The person this one is known as now; the same one for almost everybody. */
    public UUID survivor(UUID person) {
        return survivors(List.of(person)).getOrDefault(person, person);
    }

    /** Those of the given persons who are known as another now. */
    Map<UUID, UUID> survivors(Collection<UUID> persons) {
        Map<UUID, UUID> found = new HashMap<>();
        db.select(PERSON_ALIAS.PERSON_ID, PERSON_ALIAS.SURVIVOR_ID)
                .from(PERSON_ALIAS)
                .where(PERSON_ALIAS.PERSON_ID.in(persons))
                .forEach(r -> found.put(r.value1(), r.value2()));
        return found;
    }

    /** Everybody who is known as this person now. */
    public List<PersonId> of(PersonId survivor) {
        return db.select(PERSON_ALIAS.PERSON_ID)
                .from(PERSON_ALIAS)
                .where(PERSON_ALIAS.SURVIVOR_ID.eq(survivor.value()))
                .orderBy(PERSON_ALIAS.MERGED_AT)
                .fetch(r -> new PersonId(r.value1()));
    }
}
