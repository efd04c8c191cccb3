package io.tanshi.exam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies a form (试卷). */
public record FormId(@JsonValue UUID value) {

    @JsonCreator
    public FormId {}

    public static FormId next() {
        return new FormId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
