package io.tanshi.itembank.authoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Opaque id of an item over all its versions. */
record ItemId(@JsonValue UUID value) {

    @JsonCreator
    ItemId {}

    static ItemId next() {
        return new ItemId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
