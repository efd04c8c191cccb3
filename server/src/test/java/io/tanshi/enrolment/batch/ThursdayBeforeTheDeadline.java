package io.tanshi.enrolment.batch;

import io.tanshi.programme.ReviewPromise;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A Thursday on which registration for the sitting is open. */
@TestConfiguration
class ThursdayBeforeTheDeadline {

    @Bean
    @Primary
    Clock thursday() {
        return Clock.fixed(Instant.parse("2026-12-10T02:00:00Z"), ReviewPromise.ZONE);
    }
}
