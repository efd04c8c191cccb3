package io.tanshi.platform.db;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings a database to where the application would bring it at its start. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    public static void migrate(String url, String user, String password) {
        new Schemas(new DriverManagerDataSource(url, user, password)).bringUp();
    }
}
