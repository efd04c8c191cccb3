package io.tanshi.programme.sitting;

import io.tanshi.identity.session.SignedIn;
import io.tanshi.programme.Sittings;
import io.tanshi.programme.WorkingDays;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sittings for everyone who is signed in. */
@RestController
@SignedIn
class SittingController {

    private final Sittings sittings;
    private final WorkingDays days;
    private final Clock clock;

    SittingController(Sittings sittings, WorkingDays days, Clock clock) {
        this.sittings = sittings;
        this.days = days;
        this.clock = clock;
    }

    /** All sittings, latest first. */
    @GetMapping("/api/sittings")
    List<SittingView> sittings() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return sittings.all().stream()
                .map(sitting -> SittingView.of(sitting, days, now))
                .toList();
    }
}
