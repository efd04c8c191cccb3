package io.tanshi.identity.session;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.io.Serializable;
import java.util.UUID;

/** Opaque id of a person's or a body's access to the system. */
public record AccountId(@JsonValue UUID value) implements Serializable {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
