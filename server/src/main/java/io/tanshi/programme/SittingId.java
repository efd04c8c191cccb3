package io.tanshi.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies a sitting (考期). */
public record SittingId(@JsonValue UUID value) {

    @JsonCreator
    public SittingId {}

    public static SittingId next() {
        return new SittingId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
