package io.tanshi.identity.session;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.io.Serializable;
import java.util.UUID;

/** Opaque id of a natural person, one across sittings and institutions. */
public record PersonId(@JsonValue UUID value) implements Serializable {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
