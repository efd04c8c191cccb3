package io.tanshi.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies an institution's delivery for one sitting. */
public record BatchId(@JsonValue UUID value) {

    @JsonCreator
    public BatchId {}

    public static BatchId next() {
        return new BatchId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
