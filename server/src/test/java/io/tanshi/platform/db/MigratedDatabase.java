package io.tanshi.platform.db;

import org.flywaydb.core.Flyway;

/** Brings a database to where the application would bring it at its start. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    public static void migrate(String url, String user, String password) {
        new ModuleMigrations()
                .migrate(Flyway.configure().dataSource(url, user, password).load());
    }
}
