package io.tanshi.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates one module after the other, each with version numbers and a history table of its own. No foreign key
 * crosses a schema, so only the root (sessions, outbox) must come first.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String ROOT = "__root";
    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z_]+)/");

    @Override
    public void migrate(Flyway flyway) {
        Stream.concat(Stream.of(ROOT), modules().stream().filter(m -> !m.equals(ROOT)))
                .forEach(module -> Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .locations("classpath:db/migration/" + module)
                        .table("flyway_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate());
    }

    private static List<String> modules() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql"))
                    .map(resource -> MODULE.matcher(Objects.toString(uri(resource))))
                    .filter(Matcher::find)
                    .map(m -> m.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations cannot be listed", e);
        }
    }

    private static String uri(org.springframework.core.io.Resource resource) {
        try {
            return resource.getURI().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
