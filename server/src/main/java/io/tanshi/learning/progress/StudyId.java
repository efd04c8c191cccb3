package io.tanshi.learning.progress;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Opaque id of one person's study for one sitting. */
public record StudyId(@JsonValue UUID value) {

    @JsonCreator
    public StudyId {}

    static StudyId next() {
        return new StudyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
