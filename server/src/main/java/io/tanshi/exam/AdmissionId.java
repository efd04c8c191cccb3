package io.tanshi.exam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies the admission of one person to one sitting. */
public record AdmissionId(@JsonValue UUID value) {

    @JsonCreator
    public AdmissionId {}

    public static AdmissionId next() {
        return new AdmissionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
