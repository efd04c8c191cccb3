package io.tanshi.exam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies an exam room of a sitting (机房). */
public record RoomId(@JsonValue UUID value) {

    @JsonCreator
    public RoomId {}

    public static RoomId next() {
        return new RoomId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
