package io.tanshi.platform.db;

import io.tanshi.platform.TanshiSettings;
import io.tanshi.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL this application works with: its own, which stops with it, or one that is run by others.
 *
 * @param url for JDBC
 * @param embedded our own server
 */
record DatabaseServer(
        String url, String user, String password, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static DatabaseServer embedded(EmbeddedPostgres server) {
        return new DatabaseServer(server.jdbcUrl("postgres"), EmbeddedPostgres.USER, server.password(), server);
    }

    static DatabaseServer external(TanshiSettings.Database settings) {
        return new DatabaseServer(settings.url(), settings.user(), settings.password(), null);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
