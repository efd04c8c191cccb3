package io.tanshi.enrolment.privacy;

import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Sittings whose dates lie before a moment, as the terms of keeping count them. */
@Component
class PastSittings {

    private final Sittings sittings;

    PastSittings(Sittings sittings) {
        this.sittings = sittings;
    }

    List<UUID> examinedBefore(Instant moment) {
        return before(moment, Sitting::examAt);
    }

    List<UUID> closedBefore(Instant moment) {
        return before(moment, Sitting::registrationClosesAt);
    }

    private List<UUID> before(Instant moment, Function<Sitting, Instant> date) {
        return sittings.all().stream()
                .filter(sitting -> date.apply(sitting).isBefore(moment))
                .map(sitting -> sitting.id().value())
                .toList();
    }
}
