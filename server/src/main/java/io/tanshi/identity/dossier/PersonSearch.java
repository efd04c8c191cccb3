package io.tanshi.identity.dossier;

import static io.tanshi.identity.jooq.Tables.PERSON;
import static io.tanshi.identity.jooq.Tables.PERSON_ALIAS;

import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.PersonName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds persons by name, by the whole document number, or by its last four characters and the name. */
@Component
class PersonSearch {

    private static final int MOST = 50;
    private static final Pattern WHOLE = Pattern.compile("\\d{15}|\\d{17}[\\dX]");
    private static final Pattern TAIL = Pattern.compile("\\d{3}[\\dX]");

    private final DSLContext db;
    private final People people;

    PersonSearch(DSLContext db, People people) {
        this.db = db;
        this.people = people;
    }

    /**
     * @param name whole
     * @param number whole, or its last four characters; null when the name alone is known
     */
    @Transactional(readOnly = true)
    public List<PersonView> find(@Nullable String name, @Nullable String number) {
        String wanted = number == null ? "" : number.strip().toUpperCase(Locale.ROOT);
        String called = name == null ? "" : PersonName.normalise(name);
        if (WHOLE.matcher(wanted).matches()) {
            Optional<PersonView> found = people.findByIdNumber(wanted).map(people::view);
            return found.filter(person -> called.isEmpty() || person.name().equals(called)).stream()
                    .toList();
        }
        return called.isEmpty() ? List.of() : byName(called, TAIL.matcher(wanted).matches() ? wanted : "");
    }

    private List<PersonView> byName(String name, String tail) {
        List<PersonId> ids = db.select(PERSON.ID)
                .from(PERSON)
                .leftAntiJoin(PERSON_ALIAS)
                .on(PERSON_ALIAS.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.NAME.eq(name))
                .orderBy(PERSON.CREATED_AT)
                .limit(MOST)
                .fetch(r -> new PersonId(r.value1()));
        return people.views(ids).values().stream()
                .filter(person -> person.maskedIdNumber().endsWith(tail))
                .toList();
    }
}
