package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.identity.people.PersonSearch;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.Problem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Finds people without a name or number in clear outside the register: a whole document number and its last four
 * characters by keyed hash, a part of a name through the register of persons.
 */
@Component
class QueueSearch {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern TAIL = Pattern.compile("[0-9]{3}[0-9X]");
    private static final int MOST = 5_000;

    private final Sealed sealed;
    private final PersonSearch people;

    QueueSearch(Sealed sealed, PersonSearch people) {
        this.sealed = sealed;
        this.people = people;
    }

    /** @throws Problem when more people fit than anybody would look through */
    Condition condition(String typed) {
        String text = typed.strip();
        String number = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return DSL.noCondition();
        }
        if (NUMBER.matcher(number).matches()) {
            return APPLICATION.DOCUMENT_INDEX.eq(sealed.index(number));
        }
        if (TAIL.matcher(number).matches()) {
            return APPLICATION.TAIL_INDEX.eq(sealed.tailIndex(number));
        }
        List<PersonId> found = people.named(text, MOST + 1);
        if (found.size() > MOST) {
            throw Problem.of(EnrolmentError.SEARCH_TOO_WIDE, "姓名中有这些字的人超过 " + MOST + " 人。请多输入一个字，或用证件号后 4 位查找。");
        }
        UUID[] ids = found.stream().map(PersonId::value).toArray(UUID[]::new);
        return APPLICATION.PERSON_ID.eq(DSL.any(ids));
    }
}
