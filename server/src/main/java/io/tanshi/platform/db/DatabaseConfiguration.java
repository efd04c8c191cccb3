package io.tanshi.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tanshi.platform.TanshiSettings;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TanshiSettings.class)
class DatabaseConfiguration {

    // Decided when the application starts and not by a condition: the beans' definitions are written down beforehand.
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(TanshiSettings settings, ObjectProvider<EarlyPostgres.Start> early) {
        TanshiSettings.Database database = settings.database();
        if (!database.url().isEmpty()) {
            return DatabaseServer.external(database);
        }
        EarlyPostgres.Start begun = early.getIfAvailable();
        return DatabaseServer.embedded(begun == null ? EarlyPostgres.start(settings.data()) : begun.await());
    }

    @Bean
    DataSource dataSource(DatabaseServer server) {
        return pool(server.url(), server.user(), server.password());
    }

    /** Nobody gets hold of the database before its tables are those of this version. */
    private static DataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tanshi");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        // Error texts of the server quote values, which may be personal data.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "tanshi");
        HikariDataSource source = new HikariDataSource(config);
        new Schemas(source).bringUp();
        return source;
    }
}
