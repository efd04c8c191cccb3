package io.tanshi.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this database was made for. A database with demo accounts, whose passwords are printed in the README, never
 * serves a real start, and a real one never receives demo data.
 */
@Component
public class Installation {

    private final boolean demo;

    /** @throws IllegalStateException when the database was made in the other mode */
    Installation(JdbcClient jdbc, Environment environment, Clock clock) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        String mode = demo ? "demo" : "production";
        jdbc.sql("insert into platform.installation (id, mode, made_at) values (1, :mode, :at) on conflict do nothing")
                .param("mode", mode)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        String found = jdbc.sql("select mode from platform.installation where id = 1")
                .query(String.class)
                .single();
        if (!mode.equals(found)) {
            throw new IllegalStateException("这个数据目录是为 " + found + " 建立的，不能用 " + mode
                    + " 方式启动。请用 TANSHI_DATA 另指一个目录。 / This database was made for " + found
                    + "; choose another TANSHI_DATA.");
        }
    }

    public boolean isDemo() {
        return demo;
    }
}
