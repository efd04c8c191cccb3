package io.tanshi.notification.message;

import io.tanshi.notification.Placeholder;
import io.tanshi.notification.template.Said;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a sitting is called in messages. */
@Component
class SittingNames {

    private final Sittings sittings;

    SittingNames(Sittings sittings) {
        this.sittings = sittings;
    }

    Map<Placeholder, Said> of(SittingId id) {
        return Map.of(Placeholder.SITTING, name(sittings.get(id)));
    }

    static Said name(Sitting sitting) {
        return new Said(sitting.name(), "sitting " + sitting.code());
    }

    Said name(SittingId id) {
        return name(sittings.get(id));
    }
}
