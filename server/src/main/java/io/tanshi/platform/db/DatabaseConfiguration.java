package io.tanshi.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tanshi.platform.TanshiSettings;
import io.tanshi.postgres.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TanshiSettings.class)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${tanshi.database.url:}' == ''")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres(TanshiSettings settings, ObjectProvider<EarlyPostgres.Start> early) {
            EarlyPostgres.Start begun = early.getIfAvailable();
            return begun == null ? EarlyPostgres.start(settings.data()) : begun.await();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return pool(postgres.jdbcUrl("postgres"), EmbeddedPostgres.USER, postgres.password());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${tanshi.database.url:}' != ''")
    static class External {

        @Bean
        DataSource dataSource(TanshiSettings settings) {
            TanshiSettings.Database database = settings.database();
            return pool(database.url(), database.user(), database.password());
        }
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
