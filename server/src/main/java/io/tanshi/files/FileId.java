package io.tanshi.files;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Opaque id of a stored file. */
public record FileId(@JsonValue UUID value) {

    public static FileId next() {
        return new FileId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
