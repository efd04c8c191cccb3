package io.tanshi.itembank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.io.Serializable;
import java.util.UUID;

/** Opaque id of one version of an item; forms, responses and marks refer to it, never to the item. */
public record ItemVersionId(@JsonValue UUID value) implements Serializable {

    @JsonCreator
    public ItemVersionId {}

    public static ItemVersionId next() {
        return new ItemVersionId(Ids.next());
    }

    public static ItemVersionId of(String text) {
        return new ItemVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
