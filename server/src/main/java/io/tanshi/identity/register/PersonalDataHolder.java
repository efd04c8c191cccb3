package io.tanshi.identity.register;

import io.tanshi.identity.session.PersonId;
import java.util.List;

/** A module that keeps something of a person. Called within a transaction. */
public interface PersonalDataHolder {

    /** What is kept of the person. */
    List<Holding> holdings(PersonId person);

    /** The files among it. */
    default List<HeldFile> files(PersonId person) {
        return List.of();
    }

    /** Why the two cannot be made one, in words; empty when nothing stands against it. */
    default List<String> conflicts(PersonId from, PersonId into) {
        return List.of();
    }

    /** Why the person cannot be erased now, in words; empty when nothing stands against it. */
    default List<String> obstacles(PersonId person) {
        return List.of();
    }

    /** Removes what tells who it was; the records themselves may stay. */
    default void erase(PersonId person) {}
}
