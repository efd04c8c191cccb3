package io.tanshi.platform.db;

import io.tanshi.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Starts the embedded server while the application is still being put together: one waits for disks, the other for the
 * processor. Should the application fail to start, the server stops with the process.
 */
final class EarlyPostgres implements ApplicationListener<ApplicationPreparedEvent> {

    private static final Logger log = LoggerFactory.getLogger(EarlyPostgres.class);

    /** A server under way. */
    record Start(CompletableFuture<EmbeddedPostgres> server) {

        EmbeddedPostgres await() {
            try {
                return server.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent prepared) {
        ConfigurableApplicationContext context = prepared.getApplicationContext();
        Environment settings = context.getEnvironment();
        boolean onlyDescribed = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (onlyDescribed || !settings.getProperty("tanshi.database.url", "").isEmpty()) {
            return;
        }
        Path data = Path.of(settings.getProperty("tanshi.data", "./data"));
        context.getBeanFactory()
                .registerSingleton("earlyPostgres", new Start(CompletableFuture.supplyAsync(() -> start(data))));
    }

    static EmbeddedPostgres start(Path data) {
        log.info("正在启动内置数据库 / starting the embedded PostgreSQL in {}", data);
        Path home = data.resolve("postgres");
        return EmbeddedPostgres.start(home, home.resolve("programs"));
    }
}
