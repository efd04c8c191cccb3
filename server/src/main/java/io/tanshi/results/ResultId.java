package io.tanshi.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies the result of one admission. */
public record ResultId(@JsonValue UUID value) {

    @JsonCreator
    public ResultId {}

    public static ResultId next() {
        return new ResultId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
