package io.tanshi.identity.people;

import io.tanshi.identity.session.PersonId;
import java.util.List;

/** Looks through the names of the register for staff who may see them. */
public interface PersonSearch {

    /** Persons whose name holds this text, at most so many, in no order. */
    List<PersonId> named(String part, int most);
}
