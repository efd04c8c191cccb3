package io.tanshi.identity.people;

import io.tanshi.audit.Actor;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.ResidentId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The register of persons. Numbers are encrypted and found by a keyed hash. */
public interface People {

    /**
     * Registers a person, or finds the one with this identity number and brings name, phone and photo up to date;
     * earlier values are kept as history.
     */
    PersonId register(PersonDetails details);

    Optional<PersonId> findByIdNumber(String idNumber);

    /** @throws java.util.NoSuchElementException when there is no such person */
    PersonView view(PersonId id);

    /** Many at once; unknown ids are absent from the answer. */
    Map<PersonId, PersonView> views(Collection<PersonId> ids);

    /** The sex coded in the person's identity number. */
    ResidentId.Sex sex(PersonId id);

    /** Whether this is the person's identity number; compared by keyed hash. */
    boolean idNumberMatches(PersonId id, String idNumber);

    /** The clear identity number; who asked and why goes to the audit trail. Needs a transaction. */
    String revealIdNumber(PersonId id, Actor actor, String reason);
}
