package io.tanshi.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tanshi.platform.TanshiSettings;
import io.tanshi.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TanshiSettings.class)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${tanshi.database.url:}' == ''")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres(TanshiSettings settings) {
            log.info("正在启动内置数据库 / starting the embedded PostgreSQL in {}", settings.data());
            Path home = settings.data().resolve("postgres");
            return EmbeddedPostgres.start(home, home.resolve("programs"));
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
        return new HikariDataSource(config);
    }
}
