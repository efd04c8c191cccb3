package io.tanshi.platform.time;

import io.tanshi.platform.DemoClock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the offset of the demo clock over restarts. */
class StoredOffset implements DemoClock.Memory {

    private final JdbcClient jdbc;

    StoredOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Duration> recall() {
        return jdbc.sql("select offset_millis from platform.demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    @Override
    public void remember(Duration offset) {
        jdbc.sql("insert into platform.demo_clock (id, offset_millis) values (1, :offset) "
                        + "on conflict (id) do update set offset_millis = excluded.offset_millis")
                .param("offset", offset.toMillis())
                .update();
    }
}
