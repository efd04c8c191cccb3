package io.tanshi.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies one person's attempt at one paper; the only name under which marking knows a candidate. */
public record AttemptId(@JsonValue UUID value) {

    @JsonCreator
    public AttemptId {}

    public static AttemptId next() {
        return new AttemptId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
