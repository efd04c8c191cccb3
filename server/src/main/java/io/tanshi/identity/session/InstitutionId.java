package io.tanshi.identity.session;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.io.Serializable;
import java.util.UUID;

/** Opaque id of a training institution. */
public record InstitutionId(@JsonValue UUID value) implements Serializable {

    public static InstitutionId next() {
        return new InstitutionId(Ids.next());
    }

    public static InstitutionId of(String text) {
        return new InstitutionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
