package io.tanshi.platform.time;

import io.tanshi.platform.ClockOffset;
import io.tanshi.platform.DemoClock;
import io.tanshi.platform.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.system(ZONE);
    }

    @Bean
    @Profile("demo")
    DemoClock demoClock(JdbcClient jdbc) {
        return new DemoClock(new StoredOffset(jdbc), Clock.system(ZONE));
    }

    /** Of the real clocks: a demonstration moves its own only. */
    @Bean
    ClockOffset clockOffset(JdbcClient jdbc) {
        Clock here = Clock.system(ZONE);
        return () -> {
            Instant before = here.instant();
            OffsetDateTime there = jdbc.sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single();
            Instant middle =
                    before.plus(Duration.between(before, here.instant()).dividedBy(2));
            return Duration.between(there.toInstant(), middle).abs();
        };
    }

    @Bean
    Ticker ticker() {
        return System::nanoTime;
    }
}
