package io.tanshi.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database keeps what it has acknowledged: without that no exam may run. */
@Component
public class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcClient jdbc;

    Durability(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One setting of PostgreSQL and whether it is on. */
    public record Check(String setting, String value, boolean durable) {}

    public List<Check> checks() {
        return SETTINGS.stream().map(this::check).toList();
    }

    /** True when every setting is on. */
    public boolean holds() {
        return checks().stream().allMatch(Check::durable);
    }

    private Check check(String setting) {
        String value = jdbc.sql("select current_setting(:name)")
                .param("name", setting)
                .query(String.class)
                .single();
        return new Check(setting, value, !value.equals("off") && !value.equals("local"));
    }
}
