package io.tanshi.identity.vault;

import static io.tanshi.identity.jooq.Tables.PERSON;

import io.tanshi.identity.people.PersonSearch;
import io.tanshi.identity.session.PersonId;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class NameSearch implements PersonSearch {

    private final DSLContext db;

    NameSearch(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<PersonId> named(String part, int most) {
        return db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.NAME.contains(part))
                .limit(most)
                .fetch(r -> new PersonId(r.value1()));
    }
}
