package io.tanshi.platform.time;

import io.tanshi.platform.DemoClock;
import io.tanshi.platform.Ticker;
import java.time.Clock;
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

    @Bean
    Ticker ticker() {
        return System::nanoTime;
    }
}
