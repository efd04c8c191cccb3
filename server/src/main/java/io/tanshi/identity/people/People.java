package io.tanshi.identity.people;

import io.tanshi.audit.Actor;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.ResidentId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The register of persons. Numbers are encrypted and found by a keyed hash. Asked for a person who was merged into
 * another, it answers with the survivor.
 */
public interface People {

    /**
     * Registers a person, or finds the one with this identity number and brings name, phone and photo up to date;
     * earlier values are kept as history.
     */
    PersonId register(PersonDetails details, ChangeSource source);

    /** The same for who is not known to have been here before. */
    default PersonId register(PersonDetails details) {
        return register(details, new ChangeSource("系统", "登记", null));
    }

    Optional<PersonId> findByIdNumber(String idNumber);

    /** @throws java.util.NoSuchElementException when there is no such person */
    PersonView view(PersonId id);

    /** Many at once, each under the id asked for; unknown ids are absent from the answer. */
    Map<PersonId, PersonView> views(Collection<PersonId> ids);

    /** The sex coded in the person's identity number. */
    ResidentId.Sex sex(PersonId id);

    /** Whether this is the person's identity number; compared by keyed hash. */
    boolean idNumberMatches(PersonId id, String idNumber);

    /** The clear identity number; who asked and why goes to the audit trail. Needs a transaction. */
    String revealIdNumber(PersonId id, Actor actor, String reason);

    /** The clear phone number, on the same terms. */
    String revealPhone(PersonId id, Actor actor, String reason);
}
