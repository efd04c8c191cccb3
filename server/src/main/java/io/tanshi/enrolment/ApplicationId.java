package io.tanshi.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies a person's application for one sitting. */
public record ApplicationId(@JsonValue UUID value) {

    @JsonCreator
    public ApplicationId {}

    public static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
