package io.tanshi.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Source of identifiers: UUID version 7, so that primary keys grow with time. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
