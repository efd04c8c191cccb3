package io.tanshi.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrates one module after the other, each with version numbers and a history table of its own. No foreign key
 * crosses a schema, so only the root (sessions, outbox) must come first.
 *
 * <p>What was applied is remembered as one digest over all migrations: a start that finds its own digest asks nothing
 * more, because Flyway with thirteen history tables would take a tenth of the time a start may take.
 */
final class Schemas {

    private static final String ROOT = "__root";
    private static final Pattern MIGRATION = Pattern.compile("db/migration/([a-z_]+)/[^/]+$");

    private final DataSource database;
    private final JdbcClient jdbc;

    Schemas(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    /** Brings the database to what this version of the application expects. */
    void bringUp() {
        SequencedMap<String, byte[]> migrations = migrations();
        String digest = digest(migrations);
        if (digest.equals(applied())) {
            return;
        }
        modules(migrations).forEach(this::migrate);
        remember(digest);
    }

    private void remember(String digest) {
        jdbc.sql("create table if not exists platform.applied_migrations "
                        + "(id int primary key default 1 check (id = 1), sha256 text not null)")
                .update();
        jdbc.sql("insert into platform.applied_migrations (sha256) values (:digest) "
                        + "on conflict (id) do update set sha256 = excluded.sha256")
                .param("digest", digest)
                .update();
    }

    private String applied() {
        boolean known = jdbc.sql("select to_regclass('platform.applied_migrations') is not null")
                .query(Boolean.class)
                .single();
        if (!known) {
            return "";
        }
        return jdbc.sql("select sha256 from platform.applied_migrations")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void migrate(String module) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + module)
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static List<String> modules(Map<String, byte[]> migrations) {
        return Stream.concat(
                        Stream.of(ROOT),
                        migrations.keySet().stream().map(Schemas::module).filter(module -> !module.equals(ROOT)))
                .distinct()
                .toList();
    }

    private static String module(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static String digest(Map<String, byte[]> migrations) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            migrations.forEach((path, content) -> {
                sha256.update((path + ":" + content.length + ":").getBytes(StandardCharsets.UTF_8));
                sha256.update(content);
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The scripts by module and name, in the order of these. */
    private static SequencedMap<String, byte[]> migrations() {
        SequencedMap<String, byte[]> found = new TreeMap<>();
        try {
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
                Matcher place = MIGRATION.matcher(Objects.toString(script.getURI()));
                if (place.find()) {
                    found.put(place.group(1) + "/" + script.getFilename(), content(script));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations cannot be read", e);
        }
        return found;
    }

    private static byte[] content(Resource script) throws IOException {
        try (InputStream in = script.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
