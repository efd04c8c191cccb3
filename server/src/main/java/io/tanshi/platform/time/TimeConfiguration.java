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
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // As many as there are acts with a fixed delay, and a few; a thread is made with the first that needs it.
    private static final int ACTS_AT_ONCE = 12;

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

    /**
     * What happens by itself, each act on a thread of its own: with virtual threads the default has a single one for all
     * of them, and a board that is slow to read would hold up the bell.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(ACTS_AT_ONCE);
        scheduler.setThreadNamePrefix("scheduling-");
        return scheduler;
    }

    @Bean
    Ticker ticker() {
        return System::nanoTime;
    }
}
